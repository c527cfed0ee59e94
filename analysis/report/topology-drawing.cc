// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/topology-drawing.h"

#include "analysis/number-format.h"
#include "analysis/report/link-loads.h"
#include "analysis/report/short-names.h"
#include "analysis/report/svg.h"
#include "analysis/report/topology-layout.h"
#include "analysis/report/topology-links.h"

#include <utility>

namespace analysis
{

namespace
{

using nlohmann::json;

/// "p2p 1Mbps 2ms".
std::string
DescribeKind(const Variant& variant, const std::string& kind)
{
    std::string text;
    for (const char* key : {"type", "standard", "rate", "delay", "loss"})
    {
        const auto found = variant.settings.find("links." + kind + "." + key);
        const bool isNothing = found == variant.settings.end() || found->second == "0";
        text += isNothing ? "" : (text.empty() ? "" : " ") + found->second;
    }
    return text;
}

/// What a node says below its name.
std::string
DescribeState(const DrawnNode& node)
{
    if (node.off > 0)
    {
        return "off for " + FormatFixed(node.off, 2) + " s";
    }
    return !node.failures.empty() ? node.failures
           : node.busy            ? "busy " + FormatPercent(node.busy)
                                  : "";
}

/// A cross: it was off; an exclamation mark: something of it failed.
void
DrawNode(Svg& svg, const DrawnNode& node)
{
    const bool hasFailed = node.off > 0 || !node.failures.empty();
    const std::string tip = node.name + ": computing " + FormatPercent(node.busy) + " of the time" +
                            (node.off > 0 ? "; off for " + FormatNumber(node.off) + " s" : "") +
                            (node.failures.empty() ? "" : "; failures: " + node.failures);
    Svg::Attributes attributes = {{"rx", "5"},
                                  {"fill", "var(--raised)"},
                                  {"stroke", hasFailed ? "var(--bad)" : "var(--faint)"}};
    if (hasFailed)
    {
        attributes.insert(attributes.end(), {{"stroke-width", "2"}, {"stroke-dasharray", "4 3"}});
    }
    svg.Rectangle(node.x, node.y - nodeHeight / 2, nodeWidth, nodeHeight, attributes, tip);
    const double middle = node.x + nodeWidth / 2;
    const std::string label = (node.off > 0 ? "\u2715 "
                               : hasFailed  ? "! "
                                            : "") +
                              RemoveSite(node.name);
    const std::string state = DescribeState(node);
    svg.Text(middle,
             node.y + (state.empty() ? 4 : -2),
             label,
             {{"text-anchor", "middle"}, {"font-weight", "600"}});
    svg.Text(middle,
             node.y + 11,
             state,
             {{"text-anchor", "middle"}, {"font-size", "10"}, {"fill", "var(--faint)"}});
    if (node.notDrawn > 0)
    {
        svg.Text(node.x - 8,
                 node.y + nodeHeight / 2 + 14,
                 "and " + std::to_string(node.notDrawn) + " more below it",
                 {{"font-size", "11"}, {"fill", "var(--faint)"}, {"text-anchor", "end"}});
    }
}

/// What the links of one column are, above it.
void
DrawHeads(Svg& svg, const Nodes& nodes, const json& links, const Variant& variant)
{
    std::map<std::string, bool> done;
    for (const json& link : links)
    {
        const std::string kind = GetLinkKind(link.at("name"));
        const auto lower = nodes.find(link.at("lower").at(0));
        const auto upper = nodes.find(link.at("upper"));
        if (std::exchange(done[kind], true) || lower == nodes.end() || upper == nodes.end())
        {
            continue;
        }
        const bool isSideways = lower->second.tier == upper->second.tier;
        const double x = isSideways ? upper->second.x : lower->second.x + nodeWidth + 6;
        const double y = isSideways || IsSpareLink(link.at("name")) ? 32 : 14;
        svg.Text(x,
                 y,
                 kind + ": " + DescribeKind(variant, kind),
                 {{"fill", "var(--faint)"}, {"font-size", "11"}});
    }
}

} // namespace

std::string
DrawTopology(const Study& study, const Variant& variant)
{
    const json links = variant.description.is_object()
                           ? variant.description.value("topology", json::array())
                           : json::array();
    if (links.empty())
    {
        return "";
    }
    Nodes nodes = Connect(ReadNodes(study, variant), links);
    const std::size_t columns = PlaceColumns(nodes);
    double nextRow = headHeight + rowHeight / 2;
    for (auto& [name, node] : nodes)
    {
        if (node.tier == tiers.size() - 1)
        {
            Place(nodes, node, nextRow);
        }
    }
    Svg svg(columnWidth * static_cast<double>(columns - 1) + nodeWidth + 16,
            nextRow,
            "Topology of " + variant.label + ": " + std::to_string(nodes.size()) + " nodes and " +
                std::to_string(links.size()) + " links; the table below has their figures.");
    DrawHeads(svg, nodes, links, variant);
    DrawLinks(
        svg, nodes, links, GetLinkLoads(study, variant), GetFailureKinds(variant, FailureOf::Link));
    for (const auto& [name, node] : nodes)
    {
        if (node.y > 0)
        {
            DrawNode(svg, node);
        }
    }
    return svg.Finish({});
}

} // namespace analysis
