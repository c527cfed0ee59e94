// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/topology-drawing.h"

#include "analysis/number-format.h"
#include "analysis/report/svg.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr double rowHeight = 44;
constexpr double nodeWidth = 96;
constexpr double nodeHeight = 32;
constexpr double columnWidth = 270;
constexpr double headHeight = 44;
constexpr std::size_t greatestChildren = 8; //!< of one node that are drawn

/// Columns from left to right.
const std::vector<std::string> tiers = {"device", "gateway", "edge", "cloud"};

struct DrawnNode
{
    std::string name;
    std::size_t tier = 0;
    double x = 0;
    double y = 0;
    std::vector<std::string> children;
    std::size_t notDrawn = 0;    //!< further children
    std::optional<double> alive; //!< s, if it was not there to the end
    std::optional<double> busy;  //!< share of the time
};

using Nodes = std::map<std::string, DrawnNode>;

/// What nodes.csv says of the first run.
Nodes
ReadNodes(const Study& study, const Variant& variant)
{
    const CsvTable& table = *study.results.nodes;
    Nodes nodes;
    double longest = 0;
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        if (table.GetRequired(row, "run") != variant.runs.front().run)
        {
            continue;
        }
        DrawnNode node;
        node.name = table.GetText(row, "node");
        const auto tier = std::find(tiers.begin(), tiers.end(), table.GetText(row, "tier"));
        node.tier = static_cast<std::size_t>(tier - tiers.begin()) % tiers.size();
        node.alive = table.GetNumber(row, "alive_s");
        longest = std::max(longest, node.alive.value_or(0));
        const auto busy = table.GetNumber(row, "busy_s");
        if (busy && node.alive.value_or(0) > 0 && tier != tiers.begin() + 1) // gateways only relay
        {
            node.busy = *busy / *node.alive;
        }
        nodes[node.name] = node;
    }
    for (auto& [name, node] : nodes)
    {
        if (node.alive && *node.alive >= longest)
        {
            node.alive.reset();
        }
    }
    return nodes;
}

/// Only those that a link names: nodes of the first site and the cloud.
Nodes
Connect(const Nodes& all, const json& links)
{
    Nodes nodes;
    const auto add = [&](const std::string& name) -> DrawnNode& {
        const auto found = all.find(name);
        DrawnNode& node = nodes[name];
        if (node.name.empty() && found != all.end())
        {
            node = found->second;
        }
        node.name = name;
        return node;
    };
    for (const json& link : links)
    {
        for (const json& lower : link.at("lower"))
        {
            const bool isSideways = add(lower).tier == add(link.at("upper")).tier;
            DrawnNode& upper = nodes[link.at("upper")];
            if (isSideways)
            {
                continue; // edges among themselves
            }
            upper.children.size() < greatestChildren ? upper.children.push_back(lower)
                                                     : void(++upper.notDrawn);
        }
    }
    return nodes;
}

/// Rows for the leaves below a node, in order; a parent in the middle of its children.
void
Place(Nodes& nodes, DrawnNode& node, double& nextRow)
{
    if (node.children.empty())
    {
        node.y = nextRow;
        nextRow += rowHeight;
        return;
    }
    for (const std::string& child : node.children)
    {
        Place(nodes, nodes[child], nextRow);
    }
    node.y = (nodes[node.children.front()].y + nodes[node.children.back()].y) / 2;
    nextRow += node.notDrawn > 0 ? rowHeight / 2 : 0;
}

/// The columns that there are, close together. \return their number
std::size_t
PlaceColumns(Nodes& nodes)
{
    std::vector<bool> used(tiers.size());
    for (const auto& [name, node] : nodes)
    {
        used[node.tier] = true;
    }
    for (auto& [name, node] : nodes)
    {
        const auto before =
            std::count(used.begin(), used.begin() + static_cast<std::ptrdiff_t>(node.tier), true);
        node.x = 8 + columnWidth * static_cast<double>(before);
    }
    return static_cast<std::size_t>(std::count(used.begin(), used.end(), true));
}

std::string
FormatPercent(std::optional<double> share)
{
    return share ? FormatFixed(*share * 100, *share < 0.0995 ? 2 : 1) + " %" : "-";
}

/// local of site-1/local-3.
std::string
GetKind(const std::string& link)
{
    const std::size_t begin = link.rfind('/') == std::string::npos ? 0 : link.rfind('/') + 1;
    return link.substr(begin, link.find('-', begin) - begin);
}

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

std::string
DescribeLoad(const std::string& name, const LinkLoad& load)
{
    return name + ": up " + FormatPercent(load.utilizationUp) + ", down " +
           FormatPercent(load.utilizationDown) + " of the time; " + FormatNumber(load.bytes) +
           " B; " + FormatNumber(load.dropped) + " frames dropped";
}

/// A line from the lower to the upper node, the thicker the busier; dashed if frames were dropped.
void
DrawLink(Svg& svg,
         const DrawnNode& lower,
         const DrawnNode& upper,
         const std::string& name,
         const LinkLoad& load)
{
    const double busy = std::max(load.utilizationUp.value_or(0), load.utilizationDown.value_or(0));
    const bool isSideways = lower.tier == upper.tier;
    const double x1 = isSideways ? lower.x + nodeWidth / 2 : lower.x + nodeWidth;
    const double x2 = isSideways ? upper.x + nodeWidth / 2 : upper.x;
    const double bend = isSideways ? 0 : (x2 - x1) / 2;
    const std::string path = "M" + FormatPixels(x1) + " " + FormatPixels(lower.y) + "C" +
                             FormatPixels(x1 + bend) + " " + FormatPixels(lower.y) + " " +
                             FormatPixels(x2 - bend) + " " + FormatPixels(upper.y) + " " +
                             FormatPixels(x2) + " " + FormatPixels(upper.y);
    Svg::Attributes attributes = {{"fill", "none"},
                                  {"stroke", load.dropped > 0 ? "var(--bad)" : "var(--accent)"},
                                  {"stroke-width", FormatFixed(1 + 7 * std::sqrt(busy), 1)},
                                  {"opacity", "0.75"}};
    if (load.dropped > 0)
    {
        attributes.emplace_back("stroke-dasharray", "6 3");
    }
    svg.Path(path, attributes, DescribeLoad(name, load));
}

/// The percentages beside the lower end; of a medium that many share, once.
void
LabelLink(Svg& svg, const DrawnNode& lower, const DrawnNode& upper, const LinkLoad& load)
{
    const std::string text = "\u2191 " + FormatPercent(load.utilizationUp) + "  \u2193 " +
                             FormatPercent(load.utilizationDown);
    const bool isSideways = lower.tier == upper.tier;
    const double x = isSideways ? lower.x + nodeWidth / 2 + 6 : lower.x + nodeWidth + 6;
    const double y = isSideways ? (lower.y + upper.y) / 2 : lower.y - 6;
    svg.Text(x,
             y,
             text,
             {{"font-size", "11"},
              {"paint-order", "stroke"},
              {"stroke", "var(--paper)"},
              {"stroke-width", "3"}});
}

void
DrawNode(Svg& svg, const DrawnNode& node)
{
    const std::string tip =
        node.name + ": computing " + FormatPercent(node.busy) + " of the time" +
        (node.alive ? "; alive for " + FormatNumber(*node.alive) + " s only" : "");
    Svg::Attributes attributes = {{"rx", "5"},
                                  {"fill", "var(--raised)"},
                                  {"stroke", node.alive ? "var(--bad)" : "var(--faint)"}};
    if (node.alive)
    {
        attributes.insert(attributes.end(), {{"stroke-width", "2"}, {"stroke-dasharray", "4 3"}});
    }
    svg.Rectangle(node.x, node.y - nodeHeight / 2, nodeWidth, nodeHeight, attributes, tip);
    const double middle = node.x + nodeWidth / 2;
    const std::string label = (node.alive ? "\u2715 " : "") + node.name;
    svg.Text(middle, node.y - 2, label, {{"text-anchor", "middle"}, {"font-weight", "600"}});
    const std::string detail = node.alive  ? "until " + FormatFixed(*node.alive, 2) + " s"
                               : node.busy ? "busy " + FormatPercent(node.busy)
                                           : "";
    svg.Text(middle,
             node.y + 11,
             detail,
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
        const std::string kind = GetKind(link.at("name"));
        const auto lower = nodes.find(link.at("lower").at(0));
        const auto upper = nodes.find(link.at("upper"));
        if (std::exchange(done[kind], true) || lower == nodes.end() || upper == nodes.end())
        {
            continue;
        }
        const bool isSideways = lower->second.tier == upper->second.tier;
        const double x = isSideways ? upper->second.x : lower->second.x + nodeWidth + 6;
        const double y = isSideways ? 32 : 14;
        svg.Text(x,
                 y,
                 kind + ": " + DescribeKind(variant, kind),
                 {{"fill", "var(--faint)"}, {"font-size", "11"}});
    }
}

void
DrawLinks(Svg& svg,
          const Nodes& nodes,
          const json& links,
          const std::map<std::string, LinkLoad>& loads)
{
    for (const json& link : links)
    {
        const std::string name = link.at("name");
        const auto load = loads.find(name);
        const DrawnNode& upper = nodes.at(link.at("upper"));
        bool isLabelled = false;
        for (const json& end : link.at("lower"))
        {
            const DrawnNode& lower = nodes.at(end);
            if (lower.y <= 0)
            {
                continue; // one of too many
            }
            const LinkLoad known = load == loads.end() ? LinkLoad{} : load->second;
            DrawLink(svg, lower, upper, name, known);
            if (!std::exchange(isLabelled, true))
            {
                LabelLink(svg, lower, upper, known);
            }
        }
    }
}

} // namespace

std::map<std::string, LinkLoad>
GetLinkLoads(const Study& study, const Variant& variant)
{
    const CsvTable& table = *study.results.links;
    std::map<std::string, LinkLoad> loads;
    const auto runs = static_cast<double>(variant.runs.size());
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        const bool isOurs =
            variant.HasRun(static_cast<std::uint32_t>(table.GetRequired(row, "run")));
        if (!isOurs || table.GetText(row, "kind") != "total")
        {
            continue;
        }
        LinkLoad& load = loads[std::string(table.GetText(row, "link"))];
        std::optional<double>& share =
            table.GetText(row, "direction") == "up" ? load.utilizationUp : load.utilizationDown;
        if (const auto utilization = table.GetNumber(row, "utilization"))
        {
            share = share.value_or(0) + *utilization / runs;
        }
        load.bytes += table.GetNumber(row, "bytes").value_or(0) / runs;
        load.dropped += table.GetNumber(row, "dropped").value_or(0) / runs;
    }
    return loads;
}

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
            "Topology of " + variant.name + ": " + std::to_string(nodes.size()) + " nodes and " +
                std::to_string(links.size()) + " links; the table below has their figures.");
    DrawHeads(svg, nodes, links, variant);
    DrawLinks(svg, nodes, links, GetLinkLoads(study, variant));
    for (const auto& [name, node] : nodes)
    {
        if (node.y > 0)
        {
            DrawNode(svg, node);
        }
    }
    return svg.Finish(
        {{"width", FormatPixels(columnWidth * static_cast<double>(columns - 1) + nodeWidth + 16)}});
}

} // namespace analysis
