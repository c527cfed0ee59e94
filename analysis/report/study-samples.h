// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STUDY_SAMPLES_H
#define ANALYSIS_STUDY_SAMPLES_H

#include "analysis/report/study.h"

namespace analysis
{

/// Gives every variant the samples of its runs.
/// \throw ReadFailure if samples.csv cannot be understood, or names a run that is not there
void AddSamples(Study& study);

} // namespace analysis

#endif // ANALYSIS_STUDY_SAMPLES_H
