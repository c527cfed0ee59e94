// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_REPEAT_PANEL_H
#define ANALYSIS_REPEAT_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// What is needed to make the same results again.
extern const Panel repeatPanel;

} // namespace analysis

#endif // ANALYSIS_REPEAT_PANEL_H
