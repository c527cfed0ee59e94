// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_HEAD_PANEL_H
#define ANALYSIS_HEAD_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// The key figures of every variant, with their intervals.
extern const Panel headPanel;

} // namespace analysis

#endif // ANALYSIS_HEAD_PANEL_H
