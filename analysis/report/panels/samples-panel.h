// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SAMPLES_PANEL_H
#define ANALYSIS_SAMPLES_PANEL_H

#include "analysis/report/panel.h"

namespace analysis
{

/// What the cameras saw of some samples, and what became of them.
extern const Panel samplesPanel;

} // namespace analysis

#endif // ANALYSIS_SAMPLES_PANEL_H
