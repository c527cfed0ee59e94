// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/formats.h"

#include "analysis/csv.h"
#include "analysis/number-format.h"
#include "analysis/report/differences.h"
#include "analysis/report/failure-phases.h"
#include "analysis/report/metrics.h"
#include "analysis/report/variant-table.h"

#include <limits>

namespace analysis
{

namespace
{

using nlohmann::ordered_json;

constexpr std::size_t allVariants = std::numeric_limits<std::size_t>::max();

std::string
WriteSection(const FigureTable& table, const std::string& note)
{
    return "\n## " + EscapeMarkdown(table.title) + "\n\n" + WriteMarkdownTable(table) + "\n" +
           note + "\n";
}

std::string
WriteMarkdown(const Study& study)
{
    std::string text = WriteMarkdownTable(MakeVariantTable(study, allVariants)) +
                       "\nIn brackets: 95 % confidence intervals.\n";
    if (HasPairs(study))
    {
        text += WriteSection(MakeDifferenceTable(study, allVariants),
                             "Mean of the differences of runs with the same seed and replication. "
                             "Bold: the interval leaves out zero.");
    }
    const FigureTable phases = MakePhaseTable(study, allVariants);
    if (!phases.rows.empty())
    {
        text += WriteSection(phases,
                             "Before: captured before the first failure of the run began; during: "
                             "while at least one lasted; after: the rest.");
    }
    return text;
}

std::string
FormatOptional(const std::optional<double>& value)
{
    return value ? FormatNumber(*value) : "";
}

std::string
WriteHeads(const std::string& name)
{
    return "," + name + "," + name + "_low," + name + "_high";
}

std::string
WriteCells(const std::optional<Estimate>& estimate)
{
    return "," + (estimate ? FormatNumber(estimate->value) : "") + "," +
           FormatOptional(estimate ? estimate->low : std::nullopt) + "," +
           FormatOptional(estimate ? estimate->high : std::nullopt);
}

std::string
WritePhaseHeads()
{
    std::string text = ",failures,failures_suspected,failures_trusted_again" +
                       WriteHeads("detect_s") + WriteHeads("recover_s");
    for (const std::string phase : phaseNames)
    {
        text += "," + phase + "_samples";
        for (const PhaseMetric& metric : GetPhaseMetrics())
        {
            text += WriteHeads(phase + "_" + metric.name);
        }
    }
    return text;
}

/// A variant without failures has no phases.
std::string
WritePhases(const std::optional<FailurePhases>& found)
{
    const FailurePhases phases = found.value_or(FailurePhases{});
    std::string text = "," + std::to_string(phases.failures) + "," +
                       std::to_string(phases.detected) + "," + std::to_string(phases.recovered) +
                       WriteCells(phases.detect) + WriteCells(phases.recover);
    for (const PhaseFigures& phase : phases.phases)
    {
        text += "," + (found ? std::to_string(phase.samples) : "");
        for (std::size_t i = 0; i < GetPhaseMetrics().size(); ++i)
        {
            text += WriteCells(found ? phase.figures[i] : std::nullopt);
        }
    }
    return text;
}

std::string
WriteCsv(const Study& study)
{
    const bool hasPairs = HasPairs(study);
    const bool hasFailures = HasFailures(study);
    std::string text = "variant";
    for (const Metric& metric : GetMetrics())
    {
        text += WriteHeads(metric.name);
    }
    for (const Metric& metric : GetMetrics())
    {
        text += hasPairs ? WriteHeads(std::string(metric.name) + "_difference") : "";
    }
    text += hasFailures ? WritePhaseHeads() : "";
    for (const Variant& variant : study.variants)
    {
        text += "\n" + QuoteCsv(variant.name);
        for (const Metric& metric : GetMetrics())
        {
            text += WriteCells(metric.estimate(variant));
        }
        for (const Metric& metric : GetMetrics())
        {
            text += hasPairs
                        ? WriteCells(EstimateDifference(metric, variant, study.variants.front()))
                        : "";
        }
        text += hasFailures ? WritePhases(FindFailurePhases(variant)) : "";
    }
    return text + "\n";
}

ordered_json
DescribeOptional(const std::optional<double>& value)
{
    return value ? ordered_json(*value) : ordered_json();
}

ordered_json
DescribeEstimate(const std::optional<Estimate>& estimate)
{
    return estimate ? ordered_json({{"value", estimate->value},
                                    {"low", DescribeOptional(estimate->low)},
                                    {"high", DescribeOptional(estimate->high)},
                                    {"interval_over", estimate->basis}})
                    : ordered_json();
}

/// \param estimate of a metric; metrics without one are left out
template <typename Metrics, typename Find>
ordered_json
DescribeMetrics(const Metrics& metrics, Find estimate)
{
    ordered_json object = ordered_json::object();
    for (std::size_t i = 0; i < metrics.size(); ++i)
    {
        if (const auto found = estimate(i))
        {
            object[metrics[i].name] = DescribeEstimate(found);
        }
    }
    return object;
}

ordered_json
DescribePhases(const FailurePhases& phases)
{
    ordered_json object = {{"count", phases.failures},
                           {"suspected", phases.detected},
                           {"trusted_again", phases.recovered},
                           {"detect_s", DescribeEstimate(phases.detect)},
                           {"recover_s", DescribeEstimate(phases.recover)}};
    for (std::size_t i = 0; i < phaseNames.size(); ++i)
    {
        const PhaseFigures& phase = phases.phases.at(i);
        object[phaseNames.at(i)] = {
            {"samples", phase.samples},
            {"metrics", DescribeMetrics(GetPhaseMetrics(), [&phase](std::size_t metric) {
                 return phase.figures[metric];
             })}};
    }
    return object;
}

ordered_json
DescribeVariant(const Study& study, const Variant& variant)
{
    const std::vector<Metric>& metrics = GetMetrics();
    ordered_json swept = ordered_json::object();
    for (const auto& [path, value] : variant.swept)
    {
        swept[path] = value;
    }
    ordered_json object = {{"variant", variant.name},
                           {"scenario", variant.scenario},
                           {"swept", swept},
                           {"metrics", DescribeMetrics(metrics, [&](std::size_t metric) {
                                return metrics[metric].estimate(variant);
                            })}};
    if (HasPairs(study))
    {
        object["difference"] = DescribeMetrics(metrics, [&](std::size_t metric) {
            return EstimateDifference(metrics[metric], variant, study.variants.front());
        });
    }
    if (const auto phases = FindFailurePhases(variant))
    {
        object["failures"] = DescribePhases(*phases);
    }
    return object;
}

std::string
WriteJson(const Study& study)
{
    ordered_json variants = ordered_json::array();
    for (const Variant& variant : study.variants)
    {
        variants.push_back(DescribeVariant(study, variant));
    }
    return ordered_json({{"title", study.title},
                         {"baseline", study.variants.front().name},
                         {"variants", variants}})
               .dump(2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

} // namespace

const std::vector<ReportFormat>&
GetReportFormats()
{
    static const std::vector<ReportFormat> formats = {
        {"md", WriteMarkdown}, {"csv", WriteCsv}, {"json", WriteJson}};
    return formats;
}

} // namespace analysis
