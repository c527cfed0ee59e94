// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SECOND_CHARTS_H
#define ANALYSIS_SECOND_CHARTS_H

#include "analysis/report/failure-bars.h"

#include <string>

namespace analysis
{

/// Charts of timeline.csv: traffic, and nodes alive if not all always were. Means over the
/// replications of a variant, in intervals of whole seconds. Empty if there is no such file.
std::string RenderSeconds(const Study& study, const FailureBars& failures);

} // namespace analysis

#endif // ANALYSIS_SECOND_CHARTS_H
