// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panel.h"
#include "analysis/report/panels/compare-panel.h"
#include "analysis/report/panels/head-panel.h"
#include "analysis/report/panels/latency-panel.h"
#include "analysis/report/panels/repeat-panel.h"
#include "analysis/report/panels/samples-panel.h"
#include "analysis/report/panels/timeline-panel.h"
#include "analysis/report/panels/topology-panel.h"

namespace analysis
{

const std::vector<Panel>&
GetPanels()
{
    static const std::vector<Panel> panels = {headPanel,
                                              topologyPanel,
                                              comparePanel,
                                              latencyPanel,
                                              samplesPanel,
                                              timelinePanel,
                                              repeatPanel};
    return panels;
}

} // namespace analysis
