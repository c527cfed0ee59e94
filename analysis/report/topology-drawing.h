// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TOPOLOGY_DRAWING_H
#define ANALYSIS_TOPOLOGY_DRAWING_H

#include "analysis/report/study.h"

#include <string>

namespace analysis
{

/// The deployment of a variant from left to right, devices to cloud, its first site: nodes, links
/// with their settings and how busy they were; nodes that were off are crossed,
/// other failures named. Of many devices on one gateway only the first are drawn, which is said.
/// \return empty if the manifest does not know the topology
std::string DrawTopology(const Study& study, const Variant& variant);

} // namespace analysis

#endif // ANALYSIS_TOPOLOGY_DRAWING_H
