// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_COMPARE_PANEL_H
#define ANALYSIS_COMPARE_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// Variants side by side: accuracy, latency, traffic, exits.
extern const Panel comparePanel;

} // namespace analysis

#endif // ANALYSIS_COMPARE_PANEL_H
