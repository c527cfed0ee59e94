// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TOPOLOGY_LAYOUT_H
#define ANALYSIS_TOPOLOGY_LAYOUT_H

#include "analysis/report/study.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

// Sizes in pixels.
constexpr double rowHeight = 44;
constexpr double nodeWidth = 96;
constexpr double nodeHeight = 32;
constexpr double columnWidth = 270;
constexpr double headHeight = 44;

/// Columns from left to right.
constexpr std::array<const char*, 4> tiers = {"device", "gateway", "edge", "cloud"};

/// A node and its place.
struct DrawnNode
{
    std::string name;
    std::size_t tier = 0;
    double x = 0;
    double y = 0;
    std::vector<std::string> children;
    bool hasParent = false;     //!< is the child of one: the first node that it has a link to
    std::size_t notDrawn = 0;   //!< further children
    double off = 0;             //!< s that it was off
    std::string failures;       //!< kinds of its failures: "off, frozen"
    std::optional<double> busy; //!< share of the time
};

using Nodes = std::map<std::string, DrawnNode>;

/// "0.54 %" of a share of the time, or "-".
std::string FormatPercent(std::optional<double> share);

/// Node: itself, its camera, or its processor.
enum class FailureOf
{
    Node,
    Link
};

/// "down, degrade", by name of the node or link that failed in the first run. A node and a link may
/// have the same name.
std::map<std::string, std::string> GetFailureKinds(const Variant& variant, FailureOf part);

/// What nodes.csv says of the first run.
Nodes ReadNodes(const Study& study, const Variant& variant);

/// Only those that a link names: nodes of the first site and the cloud.
/// \param links of the manifest
Nodes Connect(const Nodes& all, const nlohmann::json& links);

/// Rows for the leaves below a node, in order; a parent in the middle of its children.
void Place(Nodes& nodes, DrawnNode& node, double& nextRow);

/// The columns that there are, close together. \return their number
std::size_t PlaceColumns(Nodes& nodes);

} // namespace analysis

#endif // ANALYSIS_TOPOLOGY_LAYOUT_H
