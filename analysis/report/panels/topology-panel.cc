// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/topology-panel.h"

#include "analysis/number-format.h"
#include "analysis/report/link-loads.h"
#include "analysis/report/template.h"
#include "analysis/report/topology-drawing.h"

namespace analysis
{

namespace
{

using nlohmann::json;

const char* const panelTemplate =
    R"({{#variants}}<div data-variant="{{index}}"{{#later}} hidden{{/later}}>
<div class="drawing" tabindex="0" role="group" aria-label="Topology of {{name}}">{{{drawing}}}</div>
<details><summary>The links of {{name}}</summary><div class="scroll" tabindex="0" role="group" aria-label="The links of {{name}}"><table>
<thead><tr><th scope="col">link</th><th scope="col" class="text">from</th><th scope="col" class="text">to</th><th scope="col">up<br>%</th><th scope="col">down<br>%</th><th scope="col">bytes</th><th scope="col">dropped</th></tr></thead>
<tbody>{{#links}}<tr><td>{{name}}</td><td class="text">{{lower}}</td><td class="text">{{upper}}</td><td>{{up}}</td><td>{{down}}</td><td>{{bytes}}</td><td>{{dropped}}</td></tr>
{{/links}}</tbody></table></div></details></div>
{{/variants}}<p class="note">The first site of the chosen variant. Percentages: share of the time in which frames were on the link, towards the cloud
(&uarr;) and back (&darr;), mean over replications; the busier, the thicker the line. Dashed lines dropped frames. In the first run,
crossed nodes were off for a time; an exclamation mark names other failures of a node, its camera or processor, or a link.</p>)";

/// Rows of the table are cut here: more than people read.
constexpr std::size_t greatestRows = 100;

json
DescribeLinks(const Study& study, const Variant& variant)
{
    const auto loads = GetLinkLoads(study, variant);
    json rows = json::array();
    for (const json& link : variant.description.value("topology", json::array()))
    {
        const auto found = loads.find(link.at("name"));
        const LinkLoad load = found == loads.end() ? LinkLoad{} : found->second;
        const auto format = [](std::optional<double> share) {
            return share ? FormatFixed(*share * 100, 3) : "-";
        };
        const json& lower = link.at("lower");
        rows.push_back({{"name", link.at("name")},
                        {"lower",
                         lower.size() == 1 ? lower.at(0).get<std::string>()
                                           : std::to_string(lower.size()) + " nodes"},
                        {"upper", link.at("upper")},
                        {"up", format(load.utilizationUp)},
                        {"down", format(load.utilizationDown)},
                        {"bytes", FormatFixed(load.bytes, 0)},
                        {"dropped", FormatNumber(load.dropped)}});
        if (rows.size() == greatestRows)
        {
            break;
        }
    }
    return rows;
}

std::string
Render(const Study& study)
{
    json variants = json::array();
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        const Variant& variant = study.variants[i];
        const std::string drawing = DrawTopology(study, variant);
        if (!drawing.empty())
        {
            variants.push_back({{"index", i},
                                {"later", i > 0},
                                {"name", variant.label},
                                {"drawing", drawing},
                                {"links", DescribeLinks(study, variant)}});
        }
    }
    return variants.empty() ? "" : RenderTemplate(panelTemplate, {{"variants", variants}});
}

} // namespace

const Panel topologyPanel = {"topology", "Topology", Render};

} // namespace analysis
