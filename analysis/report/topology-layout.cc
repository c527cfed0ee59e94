// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/topology-layout.h"

#include "analysis/number-format.h"

#include <algorithm>
#include <utility>

namespace analysis
{

namespace
{

using nlohmann::json;

constexpr std::size_t greatestChildren = 8; //!< of one node that are drawn

} // namespace

std::string
FormatPercent(std::optional<double> share)
{
    return share ? FormatFixed(*share * 100, *share < 0.0995 ? 2 : 1) + " %" : "-";
}

std::map<std::string, std::string>
GetFailureKinds(const Variant& variant, FailureOf part)
{
    std::map<std::string, std::string> kinds;
    for (const StudyFailure& failure : variant.runs.front().failures)
    {
        if ((failure.what == "link") != (part == FailureOf::Link))
        {
            continue;
        }
        std::string& text = kinds[failure.target];
        if ((", " + text + ",").find(", " + failure.kind + ",") == std::string::npos)
        {
            text += (text.empty() ? "" : ", ") + failure.kind;
        }
    }
    return kinds;
}

Nodes
ReadNodes(const Study& study, const Variant& variant)
{
    const CsvTable& table = *study.results.nodes;
    Nodes nodes;
    double longest = 0;
    for (const std::size_t row : study.nodeRows.Find(variant.runs.front().run))
    {
        DrawnNode node;
        node.name = table.GetText(row, "node");
        const auto tier = std::find(tiers.begin(), tiers.end(), table.GetText(row, "tier"));
        node.tier = static_cast<std::size_t>(tier - tiers.begin()) % tiers.size();
        const double alive = table.GetNumber(row, "alive_s").value_or(0);
        longest = std::max(longest, alive);
        node.off = -alive; // of the longest time, when it is known
        const auto busy = table.GetNumber(row, "busy_s");
        if (busy && alive > 0 && tier != tiers.begin() + 1) // gateways only relay
        {
            node.busy = *busy / alive;
        }
        nodes[node.name] = node;
    }
    const auto failures = GetFailureKinds(variant, FailureOf::Node);
    for (auto& [name, node] : nodes)
    {
        node.off += longest;
        const auto found = failures.find(name);
        node.failures = found == failures.end() ? "" : found->second;
    }
    return nodes;
}

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
            DrawnNode& child = add(lower);
            DrawnNode& upper = add(link.at("upper"));
            const bool isSideways = child.tier == upper.tier; // edges among themselves
            if (isSideways || std::exchange(child.hasParent, true))
            {
                continue;
            }
            upper.children.size() < greatestChildren ? upper.children.push_back(lower)
                                                     : void(++upper.notDrawn);
        }
    }
    return nodes;
}

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

} // namespace analysis
