// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/topology-links.h"

#include "analysis/number-format.h"
#include "analysis/report/short-names.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace analysis
{

namespace
{

using nlohmann::json;

/// Of a link: as far it is straight, and its figures stand above it.
constexpr double straight = 112;

/// Pixels that a link goes to the right of nodes of its tier that it must not seem to end at.
constexpr double detour = 40;

/// Pixels between a line and the text beside it.
constexpr double gap = 6;

enum class Way
{
    Up,       //!< to the next column
    Spare,    //!< beside the first link of the lower node
    Sideways, //!< to a node of the same column
    Around    //!< the same, with another node between
};

/// A link, and those of its lower nodes that are drawn.
struct DrawnLink
{
    std::string name;
    LinkLoad load;
    std::vector<const DrawnNode*> lower;
    const DrawnNode* upper = nullptr;
    Way way = Way::Up;
};

bool
IsBetween(const Nodes& nodes, const DrawnNode& one, const DrawnNode& other)
{
    return std::any_of(nodes.begin(), nodes.end(), [&](const auto& entry) {
        const DrawnNode& node = entry.second;
        return node.tier == one.tier && node.y > std::min(one.y, other.y) &&
               node.y < std::max(one.y, other.y);
    });
}

Way
ChooseWay(const Nodes& nodes, const DrawnLink& link)
{
    const DrawnNode& lower = *link.lower.front();
    if (lower.tier != link.upper->tier)
    {
        return IsSpareLink(link.name) ? Way::Spare : Way::Up;
    }
    return IsBetween(nodes, lower, *link.upper) ? Way::Around : Way::Sideways;
}

/// \return those of which a lower node is drawn
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
        if (!drawn.lower.empty())
        {
            drawn.way = ChooseWay(nodes, drawn);
            found.push_back(std::move(drawn));
        }
    }
    return found;
}

std::string
DescribeLoad(const std::string& name, const LinkLoad& load)
{
    return name + ": up " + FormatPercent(load.utilizationUp) + ", down " +
           FormatPercent(load.utilizationDown) + " of the time; " + FormatNumber(load.bytes) +
           " B; " + FormatNumber(load.dropped) + " frames dropped";
}

/// From the right side of a node to that of another, around those between them.
std::string
MakeDetour(const DrawnNode& from, const DrawnNode& to)
{
    const std::string start = FormatPixels(from.x + nodeWidth);
    const std::string far = FormatPixels(from.x + nodeWidth + detour);
    return "M" + start + " " + FormatPixels(from.y) + "C" + far + " " + FormatPixels(from.y) + " " +
           far + " " + FormatPixels(to.y) + " " + start + " " + FormatPixels(to.y);
}

std::string
MakePath(const DrawnNode& lower, const DrawnNode& upper, Way way)
{
    if (way == Way::Around)
    {
        return MakeDetour(lower, upper);
    }
    const bool isSideways = way == Way::Sideways;
    const double x1 = isSideways ? lower.x + nodeWidth / 2 : lower.x + nodeWidth;
    const double x2 = isSideways ? upper.x + nodeWidth / 2 : upper.x;
    const double y1 = lower.y + (way == Way::Spare ? 10 : 0);
    const double bend = isSideways ? x1 : x1 + straight;
    const double middle = (bend + x2) / 2;
    return "M" + FormatPixels(x1) + " " + FormatPixels(y1) + "H" + FormatPixels(bend) + "C" +
           FormatPixels(middle) + " " + FormatPixels(y1) + " " + FormatPixels(middle) + " " +
           FormatPixels(upper.y) + " " + FormatPixels(x2) + " " + FormatPixels(upper.y);
}

/// A line from each lower to the upper node, the thicker the busier; dashed if frames were dropped.
void
DrawLines(Svg& svg, const DrawnLink& link)
{
    const LinkLoad& load = link.load;
    const double busy = std::max(load.utilizationUp.value_or(0), load.utilizationDown.value_or(0));
    Svg::Attributes attributes = {{"fill", "none"},
                                  {"stroke", load.dropped > 0 ? "var(--bad)" : "var(--accent)"},
                                  {"stroke-width", FormatFixed(1 + 7 * std::sqrt(busy), 1)},
                                  {"opacity", "0.75"}};
    if (load.dropped > 0)
    {
        attributes.emplace_back("stroke-dasharray", "6 3");
    }
    for (const DrawnNode* const lower : link.lower)
    {
        svg.Path(
            MakePath(*lower, *link.upper, link.way), attributes, DescribeLoad(link.name, load));
    }
}

/// Where a text about a link begins.
struct LabelPlace
{
    double x = 0;
    double y = 0;
};

LabelPlace
PlaceLabel(const DrawnNode& lower, const DrawnNode& upper, Way way)
{
    switch (way)
    {
    case Way::Sideways:
        return {lower.x + nodeWidth / 2 + gap, (lower.y + upper.y) / 2};
    case Way::Around:
        return {lower.x + nodeWidth + detour / 2 + gap, lower.y + (upper.y < lower.y ? -26 : 26)};
    case Way::Spare:
        return {lower.x + nodeWidth + gap, lower.y + 29};
    default:
        return {lower.x + nodeWidth + gap, lower.y - gap};
    }
}

/// The percentages beside the lower end; of a medium that many share, once.
/// \param failures kinds of its failures; empty: it has not failed
void
LabelLink(Svg& svg, const DrawnLink& link, const std::string& failures)
{
    const bool isSpare = link.way == Way::Spare;
    const std::string text = (isSpare ? "spare: \u2191 " : "\u2191 ") +
                             FormatPercent(link.load.utilizationUp) + "  \u2193 " +
                             FormatPercent(link.load.utilizationDown);
    const LabelPlace place = PlaceLabel(*link.lower.front(), *link.upper, link.way);
    const auto write = [&](double below, const std::string& line, const char* colour) {
        svg.Text(place.x,
                 place.y + below,
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
        write(isSpare ? 13 : 21, "! " + failures, "var(--bad)");
    }
}

} // namespace

std::string
GetLinkKind(const std::string& link)
{
    const std::string name = RemoveSite(link);
    return name.substr(0, name.find('-'));
}

bool
IsSpareLink(const std::string& link)
{
    return GetLinkKind(link) == "spare";
}

/// The texts last: no line crosses one.
void
DrawLinks(Svg& svg,
          const Nodes& nodes,
          const json& links,
          const std::map<std::string, LinkLoad>& loads,
          const std::map<std::string, std::string>& failures)
{
    const std::vector<DrawnLink> drawn = FindLinks(nodes, links, loads);
    for (const DrawnLink& link : drawn)
    {
        DrawLines(svg, link);
    }
    for (const DrawnLink& link : drawn)
    {
        const auto failed = failures.find(link.name);
        LabelLink(svg, link, failed == failures.end() ? "" : failed->second);
    }
}

} // namespace analysis
