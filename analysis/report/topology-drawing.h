// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TOPOLOGY_DRAWING_H
#define ANALYSIS_TOPOLOGY_DRAWING_H

#include "analysis/report/study.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// How busy a link was, mean over the runs of a variant.
struct LinkLoad
{
    std::optional<double> utilizationUp; //!< share of the time
    std::optional<double> utilizationDown;
    double bytes = 0; //!< both directions
    double dropped = 0;
};

/// By name of the link.
std::map<std::string, LinkLoad> GetLinkLoads(const Study& study, const Variant& variant);

/// The deployment of a variant from left to right, devices to cloud, its first site: nodes, links
/// with their settings and how busy they were; nodes that were off are crossed,
/// other failures named. Of many devices on one gateway only the first are drawn, which is said.
/// \return empty if the manifest does not know the topology
std::string DrawTopology(const Study& study, const Variant& variant);

} // namespace analysis

#endif // ANALYSIS_TOPOLOGY_DRAWING_H
