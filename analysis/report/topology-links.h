// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TOPOLOGY_LINKS_H
#define ANALYSIS_TOPOLOGY_LINKS_H

#include "analysis/report/link-loads.h"
#include "analysis/report/svg.h"
#include "analysis/report/topology-layout.h"

#include <map>
#include <string>

namespace analysis
{

/// local of site-1/local-3.
std::string GetLinkKind(const std::string& link);

/// Whether it is the second link of its lower node, for the time that the first leads nowhere.
bool IsSpareLink(const std::string& link);

/// Lines between nodes that have their places, and how busy the links were.
/// \param links of the manifest
/// \param failures kinds of failures, by name of the link
void DrawLinks(Svg& svg,
               const Nodes& nodes,
               const nlohmann::json& links,
               const std::map<std::string, LinkLoad>& loads,
               const std::map<std::string, std::string>& failures);

} // namespace analysis

#endif // ANALYSIS_TOPOLOGY_LINKS_H
