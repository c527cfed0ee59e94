// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/topology-drawing.h"

#include "analysis/number-format.h"
#include "analysis/report/link-loads.h"
#include "analysis/report/short-names.h"
#include "analysis/report/svg.h"
#include "analysis/report/topology-layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace analysis
{

namespace
{

using nlohmann::json;

std::string
FormatPercent(std::optional<double> share)
{
    return share ? FormatFixed(*share * 100, *share < 0.0995 ? 2 : 1) + " %" : "-";
}

/// local of site-1/local-3.
std::string
GetKind(const std::string& link)
{
    const std::string name = RemoveSite(link);
    return name.substr(0, name.find('-'));
}

/// Whether it is the second link of its lower node, for the time that the first leads nowhere.
bool
IsSpare(const std::string& link)
{
    return GetKind(link) == "spare";
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

/// Of a link: as far it is straight, and its figures stand above it.
constexpr double straight = 112;

/// Pixels that a link goes to the right of nodes of its tier that it must not seem to end at.
constexpr double detour = 40;

/// Whether a node of the same tier stands between two.
bool
IsBetween(const Nodes& nodes, const DrawnNode& one, const DrawnNode& other)
{
    return std::any_of(nodes.begin(), nodes.end(), [&](const auto& entry) {
        const DrawnNode& node = entry.second;
        return node.tier == one.tier && node.y > std::min(one.y, other.y) &&
               node.y < std::max(one.y, other.y);
    });
}

/// A line from the right side of a node to that of another, around those between them.
std::string
MakeDetour(const DrawnNode& from, const DrawnNode& to)
{
    const std::string start = FormatPixels(from.x + nodeWidth);
    const std::string far = FormatPixels(from.x + nodeWidth + detour);
    return "M" + start + " " + FormatPixels(from.y) + "C" + far + " " + FormatPixels(from.y) + " " +
           far + " " + FormatPixels(to.y) + " " + start + " " + FormatPixels(to.y);
}

/// A line from the lower to the upper node, the thicker the busier; dashed if frames were dropped.
void
DrawLink(Svg& svg,
         const Nodes& nodes,
         const DrawnNode& lower,
         const DrawnNode& upper,
         const std::string& name,
         const LinkLoad& load)
{
    const double busy = std::max(load.utilizationUp.value_or(0), load.utilizationDown.value_or(0));
    const bool isSideways = lower.tier == upper.tier;
    const double x1 = isSideways ? lower.x + nodeWidth / 2 : lower.x + nodeWidth;
    const double x2 = isSideways ? upper.x + nodeWidth / 2 : upper.x;
    const double y1 = lower.y + (IsSpare(name) ? 10 : 0); // beside the first link of the node
    const double bend = isSideways ? x1 : x1 + straight;
    const double middle = (bend + x2) / 2;
    const std::string path =
        "M" + FormatPixels(x1) + " " + FormatPixels(y1) + "H" + FormatPixels(bend) + "C" +
        FormatPixels(middle) + " " + FormatPixels(y1) + " " + FormatPixels(middle) + " " +
        FormatPixels(upper.y) + " " + FormatPixels(x2) + " " + FormatPixels(upper.y);
    Svg::Attributes attributes = {{"fill", "none"},
                                  {"stroke", load.dropped > 0 ? "var(--bad)" : "var(--accent)"},
                                  {"stroke-width", FormatFixed(1 + 7 * std::sqrt(busy), 1)},
                                  {"opacity", "0.75"}};
    if (load.dropped > 0)
    {
        attributes.emplace_back("stroke-dasharray", "6 3");
    }
    const bool goesAround = isSideways && IsBetween(nodes, lower, upper);
    svg.Path(goesAround ? MakeDetour(lower, upper) : path, attributes, DescribeLoad(name, load));
}

/// The percentages beside the lower end; of a medium that many share, once.
/// \param failures kinds of its failures; empty: it has not failed
void
LabelLink(Svg& svg,
          const Nodes& nodes,
          const std::string& name,
          const DrawnNode& lower,
          const DrawnNode& upper,
          const LinkLoad& load,
          const std::string& failures)
{
    const std::string text = (IsSpare(name) ? "spare: \u2191 " : "\u2191 ") +
                             FormatPercent(load.utilizationUp) + "  \u2193 " +
                             FormatPercent(load.utilizationDown);
    const bool isSideways = lower.tier == upper.tier;
    const bool goesAround = isSideways && IsBetween(nodes, lower, upper);
    const double besideLine = goesAround ? nodeWidth + detour / 2 : nodeWidth / 2;
    const double x = lower.x + (isSideways ? besideLine : nodeWidth) + 6;
    const double y = goesAround      ? lower.y + (upper.y < lower.y ? -26 : 26)
                     : isSideways    ? (lower.y + upper.y) / 2
                     : IsSpare(name) ? lower.y + 29
                                     : lower.y - 6;
    const auto write = [&](double below, const std::string& line, const char* colour) {
        svg.Text(x,
                 y + below,
                 line,
                 {{"font-size", "11"},
                  {"fill", colour},
                  {"paint-order", "stroke"},
                  {"stroke", "var(--paper)"},
                  {"stroke-width", "3"}});
    };
    write(0, text, "var(--ink)");
    if (!failures.empty())
    {
        write(IsSpare(name) ? 13 : 21, "! " + failures, "var(--bad)");
    }
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
        const std::string kind = GetKind(link.at("name"));
        const auto lower = nodes.find(link.at("lower").at(0));
        const auto upper = nodes.find(link.at("upper"));
        if (std::exchange(done[kind], true) || lower == nodes.end() || upper == nodes.end())
        {
            continue;
        }
        const bool isSideways = lower->second.tier == upper->second.tier;
        const double x = isSideways ? upper->second.x : lower->second.x + nodeWidth + 6;
        const double y = isSideways || IsSpare(link.at("name")) ? 32 : 14;
        svg.Text(x,
                 y,
                 kind + ": " + DescribeKind(variant, kind),
                 {{"fill", "var(--faint)"}, {"font-size", "11"}});
    }
}

/// A link, and those of its lower nodes that are drawn.
struct DrawnLink
{
    std::string name;
    LinkLoad load;
    std::vector<const DrawnNode*> lower;
    const DrawnNode* upper = nullptr;
};

std::vector<DrawnLink>
FindLinks(const Nodes& nodes, const json& links, const std::map<std::string, LinkLoad>& loads)
{
    std::vector<DrawnLink> found;
    for (const json& link : links)
    {
        DrawnLink drawn;
        drawn.name = link.at("name");
        drawn.upper = &nodes.at(link.at("upper"));
        const auto load = loads.find(drawn.name);
        drawn.load = load == loads.end() ? LinkLoad{} : load->second;
        for (const json& end : link.at("lower"))
        {
            const DrawnNode& lower = nodes.at(end);
            if (lower.y > 0) // not one of too many
            {
                drawn.lower.push_back(&lower);
            }
        }
        found.push_back(std::move(drawn));
    }
    return found;
}

/// The texts last: no line crosses one.
void
DrawLinks(Svg& svg,
          const Nodes& nodes,
          const std::vector<DrawnLink>& links,
          const std::map<std::string, std::string>& failures)
{
    for (const DrawnLink& link : links)
    {
        for (const DrawnNode* const lower : link.lower)
        {
            DrawLink(svg, nodes, *lower, *link.upper, link.name, link.load);
        }
    }
    for (const DrawnLink& link : links)
    {
        if (!link.lower.empty())
        {
            const auto failed = failures.find(link.name);
            LabelLink(svg,
                      nodes,
                      link.name,
                      *link.lower.front(),
                      *link.upper,
                      link.load,
                      failed == failures.end() ? "" : failed->second);
        }
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
    DrawLinks(svg,
              nodes,
              FindLinks(nodes, links, GetLinkLoads(study, variant)),
              GetFailureKinds(variant, FailureOf::Link));
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
