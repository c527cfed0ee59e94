// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_LATENCY_PANEL_H
#define ANALYSIS_LATENCY_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// Where the time goes: distribution per exit, and its parts.
extern const Panel latencyPanel;

} // namespace analysis

#endif // ANALYSIS_LATENCY_PANEL_H
