// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TIMELINE_PANEL_H
#define ANALYSIS_TIMELINE_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// Accuracy and latency over simulated time.
extern const Panel timelinePanel;

} // namespace analysis

#endif // ANALYSIS_TIMELINE_PANEL_H
