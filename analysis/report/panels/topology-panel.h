// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TOPOLOGY_PANEL_H
#define ANALYSIS_TOPOLOGY_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// The deployment drawn: nodes, links, how busy they were.
extern const Panel topologyPanel;

} // namespace analysis

#endif // ANALYSIS_TOPOLOGY_PANEL_H
