// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/head-panel.h"

#include "analysis/number-format.h"
#include "analysis/report/metrics.h"
#include "analysis/report/template.h"
#include "analysis/report/variant-table.h"

#include <algorithm>

namespace analysis
{

namespace
{

using nlohmann::json;

const char* const panelTemplate =
    R"({{#tiles}}<dl class="tiles" data-variant="{{index}}"{{#later}} hidden{{/later}} aria-label="Key figures of {{name}}">
{{#figures}}<div class="tile"><dt>{{title}}</dt><dd><span class="value" data-metric="{{metric}}">{{value}}<small> {{unit}}</small></span>
{{#interval}}<div class="sub">{{interval}}</div>{{/interval}}{{#basis}}<div class="sub">{{basis}}</div>{{/basis}}{{#extra}}<div class="sub">{{extra}}</div>{{/extra}}</dd></div>
{{/figures}}</dl>
{{/tiles}}
<p class="note">Ranges are 95 % confidence intervals. Over runs: Student's t of independent replications. Over samples of one run: Wilson's
score (shares), order statistics (percentiles) or Student's t (means), the samples taken as independent; they say how far the figures may
be from those of other test samples.</p>
<h3>All variants</h3>
{{{table}}})";

/// What is shown large.
const std::vector<std::string>&
GetTileNames()
{
    static const std::vector<std::string> names = {"accuracy_percent",
                                                   "exit_local_percent",
                                                   "latency_p50_ms",
                                                   "latency_p95_ms",
                                                   "payload_bytes",
                                                   "joules_per_correct"};
    return names;
}

/// Bytes against what a device would send if it sent its picture.
std::string
CompareWithRaw(const Variant& variant, double bytes)
{
    const json description = variant.description.is_object() ? variant.description : json::object();
    const double raw = description.value("view_bytes", 0.0);
    if (raw <= 0 || bytes <= 0)
    {
        return "";
    }
    return bytes < raw ? FormatFixed(raw / bytes, 1) + " times less than a raw view of " +
                             FormatFixed(raw, 0) + " B"
                       : "a raw view has " + FormatFixed(raw, 0) + " B";
}

/// Joules of one tier per correct answer, for scale: an idle cloud can hide everything else.
std::string
DescribeDeviceJoules(const Study& study, const Variant& variant)
{
    const CsvTable& nodes = *study.results.nodes;
    const bool hasTotal = nodes.Has("energy_j");
    double joules = 0;
    for (const std::size_t row : FindRows(study.nodeRows, variant))
    {
        if (nodes.GetText(row, "tier") == "device")
        {
            joules += hasTotal ? nodes.GetNumber(row, "energy_j").value_or(0)
                               : nodes.GetNumber(row, "energy_compute_j").value_or(0) +
                                     nodes.GetNumber(row, "energy_radio_j").value_or(0);
        }
    }
    const auto correct =
        std::count_if(variant.samples.begin(),
                      variant.samples.end(),
                      [](const StudySample& sample) { return sample.IsCorrect(); });
    return correct == 0 || joules <= 0
               ? ""
               : "of it in devices " +
                     FormatNumber(joules / static_cast<double>(correct)).substr(0, 6) + " J";
}

json
DescribeTile(const Study& study, const Variant& variant, const Metric& metric)
{
    const std::optional<Estimate> estimate = metric.estimate(variant);
    json tile = {{"title", metric.title},
                 {"metric", metric.name},
                 {"unit", metric.unit},
                 {"value", estimate ? FormatFixed(estimate->value, metric.digits) : "-"}};
    if (!estimate)
    {
        return tile;
    }
    tile["interval"] = FormatInterval(metric, *estimate);
    tile["basis"] = (estimate->low ? "over " : "no interval: ") + estimate->basis;
    tile["extra"] =
        metric.name == std::string("payload_bytes") ? CompareWithRaw(variant, estimate->value)
        : metric.name == std::string("joules_per_correct") ? DescribeDeviceJoules(study, variant)
                                                           : "";
    return tile;
}

json
DescribeTiles(const Study& study)
{
    json tiles = json::array();
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const Variant& variant = study.variants[i];
        json figures = json::array();
        for (const std::string& name : GetTileNames())
        {
            figures.push_back(DescribeTile(study, variant, GetMetric(name)));
        }
        tiles.push_back({{"index", tiles.size()},
                         {"later", !tiles.empty()},
                         {"name", variant.label},
                         {"figures", figures}});
    }
    return tiles;
}

std::string
Render(const Study& study)
{
    const FigureTable table = MakeVariantTable(study, study.CountShown());
    return RenderTemplate(panelTemplate,
                          {{"tiles", DescribeTiles(study)}, {"table", RenderFigureTable(table)}});
}

} // namespace

const Panel headPanel = {"head", "Key figures", Render};

} // namespace analysis
