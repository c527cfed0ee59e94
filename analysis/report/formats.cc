// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/formats.h"

#include "analysis/csv.h"
#include "analysis/number-format.h"
#include "analysis/report/metrics.h"

namespace analysis
{

namespace
{

using nlohmann::ordered_json;

/// Bars and line ends would end a cell.
std::string
EscapeMarkdown(const std::string& text)
{
    std::string escaped;
    for (const char character : text)
    {
        escaped += character == '|' || character == '\\' ? std::string("\\") + character
                   : character == '\n'                   ? std::string(" ")
                                                         : std::string(1, character);
    }
    return escaped;
}

std::string
WriteMarkdown(const Study& study)
{
    std::string text = "| variant |";
    std::string rule = "|---|";
    for (const Metric& metric : GetMetrics())
    {
        text += std::string(" ") + metric.title + " (" + metric.unit + ") |";
        rule += "---:|";
    }
    text += "\n" + rule + "\n";
    for (const Variant& variant : study.variants)
    {
        text += "| " + EscapeMarkdown(variant.name) + " |";
        for (const Metric& metric : GetMetrics())
        {
            const auto estimate = metric.estimate(variant);
            text += " " + (estimate ? FormatFixed(estimate->value, metric.digits) : "-");
            if (estimate && estimate->low && estimate->high)
            {
                text += " (" + FormatFixed(*estimate->low, metric.digits) + " to " +
                        FormatFixed(*estimate->high, metric.digits) + ")";
            }
            text += " |";
        }
        text += "\n";
    }
    return text + "\nIn brackets: 95 % confidence intervals.\n";
}

std::string
FormatOptional(const std::optional<double>& value)
{
    return value ? FormatNumber(*value) : "";
}

std::string
WriteCsv(const Study& study)
{
    std::string text = "variant";
    for (const Metric& metric : GetMetrics())
    {
        const std::string name = metric.name;
        text.append(",").append(name);
        text.append(",").append(name).append("_low");
        text.append(",").append(name).append("_high");
    }
    for (const Variant& variant : study.variants)
    {
        text += "\n" + QuoteCsv(variant.name);
        for (const Metric& metric : GetMetrics())
        {
            const auto estimate = metric.estimate(variant);
            text += "," + (estimate ? FormatNumber(estimate->value) : "") + "," +
                    FormatOptional(estimate ? estimate->low : std::nullopt) + "," +
                    FormatOptional(estimate ? estimate->high : std::nullopt);
        }
    }
    return text + "\n";
}

ordered_json
DescribeOptional(const std::optional<double>& value)
{
    return value ? ordered_json(*value) : ordered_json();
}

std::string
WriteJson(const Study& study)
{
    ordered_json variants = ordered_json::array();
    for (const Variant& variant : study.variants)
    {
        ordered_json metrics = ordered_json::object();
        for (const Metric& metric : GetMetrics())
        {
            if (const auto estimate = metric.estimate(variant))
            {
                metrics[metric.name] = {{"value", estimate->value},
                                        {"low", DescribeOptional(estimate->low)},
                                        {"high", DescribeOptional(estimate->high)},
                                        {"interval_over", estimate->basis}};
            }
        }
        ordered_json swept = ordered_json::object();
        for (const auto& [path, value] : variant.swept)
        {
            swept[path] = value;
        }
        variants.push_back({{"variant", variant.name},
                            {"scenario", variant.scenario},
                            {"swept", swept},
                            {"metrics", metrics}});
    }
    return ordered_json({{"title", study.title}, {"variants", variants}})
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
