// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/timeline-panel.h"

#include "analysis/number-format.h"
#include "analysis/report/chart.h"
#include "analysis/report/estimate.h"
#include "analysis/report/failure-bars.h"
#include "analysis/report/failure-chart.h"
#include "analysis/report/failure-phases.h"
#include "analysis/report/second-charts.h"

#include <algorithm>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Intervals of time that the run is cut into, at most.
constexpr std::size_t greatestBins = 40;
constexpr double chartHeight = 210;
/// Captures that an interval should hold.
constexpr std::size_t samplesPerBin = 8;

/// The samples captured in one interval of time.
struct Bin
{
    std::vector<double> latencies; //!< ms
    std::size_t samples = 0;
    std::size_t correct = 0;
    std::size_t lost = 0;
    double viewsMissing = 0;
};

struct Bins
{
    double begin = 0; //!< s
    double width = 1; //!< s
    std::vector<Bin> bins;
};

Bins
MakeBins(const Variant& variant, std::size_t most)
{
    Bins bins;
    const auto [first, last] =
        std::minmax_element(variant.samples.begin(),
                            variant.samples.end(),
                            [](const auto& a, const auto& b) { return a.capture < b.capture; });
    const std::size_t perRun = variant.samples.size() / variant.runs.size();
    const std::size_t count = std::clamp<std::size_t>(perRun / samplesPerBin, 1, most);
    bins.begin = first->capture;
    bins.width = std::max(1e-9, (last->capture - first->capture) / static_cast<double>(count));
    bins.bins.resize(count);
    for (const StudySample& sample : variant.samples)
    {
        const auto place = static_cast<std::size_t>((sample.capture - bins.begin) / bins.width);
        Bin& bin = bins.bins[std::min(place, count - 1)];
        ++bin.samples;
        bin.correct += sample.IsCorrect() ? 1 : 0;
        bin.lost += sample.exit == lostExit ? 1 : 0;
        bin.viewsMissing += sample.viewsMissing;
        if (sample.latency)
        {
            bin.latencies.push_back(*sample.latency * 1e3);
        }
    }
    return bins;
}

json
DescribeBin(const Bin& bin, std::size_t variant, double from, double to)
{
    const Estimate accuracy = EstimateShare(bin.correct, bin.samples);
    json point = {{"variant", variant},
                  {"from", from},
                  {"to", to},
                  {"at", (from + to) / 2},
                  {"samples", bin.samples},
                  {"accuracy", 100 * accuracy.value},
                  {"low", 100 * *accuracy.low},
                  {"high", 100 * *accuracy.high},
                  {"lost", bin.lost},
                  {"missing", bin.viewsMissing / static_cast<double>(bin.samples)}};
    if (!bin.latencies.empty())
    {
        point["p50"] = EstimatePercentile(bin.latencies, 50).value;
        point["p95"] = EstimatePercentile(bin.latencies, 95).value;
    }
    return point;
}

json
MakePoints(const Study& study)
{
    const std::size_t most = std::clamp<std::size_t>(2400 / study.CountShown(), 8, greatestBins);
    json points = json::array();
    for (std::size_t variant = 0; variant < study.CountShown(); ++variant)
    {
        if (study.variants[variant].samples.empty())
        {
            continue;
        }
        const Bins bins = MakeBins(study.variants[variant], most);
        for (std::size_t i = 0; i < bins.bins.size(); ++i)
        {
            if (bins.bins[i].samples > 0)
            {
                const double from = bins.begin + bins.width * static_cast<double>(i);
                points.push_back(DescribeBin(bins.bins[i], variant, from, from + bins.width));
            }
        }
    }
    return points;
}

json
MakeLine(const json& y, const char* colour, const json& dash, const json& tooltip)
{
    return {{"mark",
             {{"type", "line"},
              {"color", colour},
              {"strokeDash", dash},
              {"point", {{"color", colour}, {"size", 25}}}}},
            {"encoding", {{"x", MakeTimeAxis("at")}, {"y", y}, {"tooltip", tooltip}}}};
}

json
MakeTooltip()
{
    return {{{"field", "from"}, {"title", "from, s"}, {"format", ".3~f"}},
            {{"field", "to"}, {"title", "to, s"}, {"format", ".3~f"}},
            {{"field", "samples"}},
            {{"field", "accuracy"}, {"title", "accuracy, %"}, {"format", ".1f"}},
            {{"field", "p50"}, {"title", "p50, ms"}, {"format", ".4~g"}},
            {{"field", "p95"}, {"title", "p95, ms"}, {"format", ".4~g"}},
            {{"field", "missing"}, {"title", "views missing, mean"}, {"format", ".2~f"}},
            {{"field", "lost"}}};
}

json
MakeSpec(const Study& study, const json& points, const FailureBars& failures, const json& layers)
{
    const json lines = {{"data", {{"values", points}}},
                        {"transform", json::array({MakeVariantFilter()})},
                        {"layer", layers}};
    return {{"width", "container"},
            {"height", chartHeight},
            {"config", MakeTimeConfig()},
            {"params", MakeParameters()},
            {"layer", {lines, MakeSpanLayer(study), MakeFailureStrip(failures, chartHeight)}},
            {"resolve", {{"scale", {{"y", "independent"}}}}}};
}

/// Below the bars of the failures.
json
MakeValue(const char* field, const char* title, const FailureBars& failures)
{
    return {{"field", field},
            {"type", "quantitative"},
            {"title", title},
            {"scale", {{"zero", true}, {"range", {chartHeight, GetStripHeight(failures)}}}}};
}

/// How to read the failures in a chart; nothing if there are none.
std::string
DescribeBars(const FailureBars& failures)
{
    return failures.bars.empty() ? "" : " Numbered bars and shades: what failed, see there.";
}

const char* const binNote =
    "Of the chosen variant: the samples captured in one interval of time, over "
    "all sites and replications, make one point.";

void
FillTable(Chart& chart, const Study& study, const json& points)
{
    chart.tableColumns = {"variant",
                          "from (s)",
                          "to (s)",
                          "samples",
                          "accuracy (%)",
                          "p50 (ms)",
                          "p95 (ms)",
                          "views missing"};
    for (const json& point : points)
    {
        const auto format = [&point](const char* field, int digits) {
            return point.contains(field) ? FormatFixed(point[field], digits) : "-";
        };
        chart.tableRows.push_back({study.variants[point["variant"].get<std::size_t>()].label,
                                   format("from", 2),
                                   format("to", 2),
                                   format("samples", 0),
                                   format("accuracy", 1),
                                   format("p50", 3),
                                   format("p95", 3),
                                   format("missing", 2)});
    }
}

std::string
RenderAccuracy(const Study& study, const json& points, const FailureBars& failures)
{
    Chart chart;
    chart.id = "chart-time-accuracy";
    chart.title = "Accuracy over time";
    chart.note = std::string(binNote) + " Band: Wilson's 95 % interval." + DescribeBars(failures);
    chart.summary = "Accuracy in each interval of simulated time.";
    const json low = MakeValue("low", "accuracy (%)", failures);
    const json band = {
        {"mark", {{"type", "area"}, {"opacity", 0.2}, {"color", "var(--c0)"}}},
        {"encoding", {{"x", MakeTimeAxis("at")}, {"y", low}, {"y2", {{"field", "high"}}}}}};
    const json line = MakeLine(
        MakeValue("accuracy", "accuracy (%)", failures), "var(--c0)", {1, 0}, MakeTooltip());
    chart.spec = MakeSpec(study, points, failures, {band, line});
    FillTable(chart, study, points);
    return RenderChart(chart);
}

std::string
RenderLatency(const Study& study, const json& points, const FailureBars& failures)
{
    Chart chart;
    chart.id = "chart-time-latency";
    chart.title = "Latency over time";
    chart.note = std::string(binNote) + " Solid: median; dashed: p95." + DescribeBars(failures);
    chart.summary = "Median and 95th percentile of the latency in each interval of simulated time.";
    const auto line = [&](const char* field, const char* colour, const json& dash) {
        return MakeLine(
            MakeValue(field, "decision latency (ms)", failures), colour, dash, MakeTooltip());
    };
    chart.spec = MakeSpec(study,
                          points,
                          failures,
                          {line("p50", "var(--c0)", {1, 0}), line("p95", "var(--c1)", {6, 3})});
    FillTable(chart, study, points);
    return RenderChart(chart);
}

std::string
RenderPhases(const Study& study)
{
    const FigureTable table = MakePhaseTable(study, study.CountShown());
    return table.rows.empty() ? ""
                              : "<h3>" + table.title + "</h3>" + RenderFigureTable(table) +
                                    "<p class=\"note\">All runs of every variant. Before: captured "
                                    "before the first "
                                    "failure of the run began; during: while at least one lasted; "
                                    "after: the rest. "
                                    "Only nodes that go off can be suspected.</p>";
}

std::string
Render(const Study& study)
{
    const json points = MakePoints(study);
    if (points.empty())
    {
        return "";
    }
    const FailureBars failures = MakeFailureBars(study);
    return RenderFailures(study, failures) + RenderPhases(study) + "<div class=\"charts\">" +
           RenderAccuracy(study, points, failures) + RenderLatency(study, points, failures) +
           RenderSeconds(study, failures) + "</div>";
}

} // namespace

const Panel timelinePanel = {"timeline", "Timeline", Render};

} // namespace analysis
