// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STUDY_FAILURES_H
#define ANALYSIS_STUDY_FAILURES_H

#include "analysis/report/study.h"

namespace analysis
{

/// Gives every run its failures, if there is a failures.csv.
/// \throw ReadFailure if it does not say when a failure began
void AddFailures(Study& study);

} // namespace analysis

#endif // ANALYSIS_STUDY_FAILURES_H
