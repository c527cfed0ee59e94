// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_RESULTS_H
#define SIMULATOR_STUDY_RESULTS_H

#include "simulator/study/results-directory.h"
#include "simulator/study/study-store.h"

#include <string>

namespace simulator
{

/// Writes all files of a results directory, the report included, and prints what a user sees of a
/// study.
/// \param command that the user gave, as a line for a shell
/// \return exit status: 1 if a run has failed
/// \throw WriteFailure, DatabaseFailure
int FinishStudy(StudyStore& store, const ResultsDirectory& directory, const std::string& command);

} // namespace simulator

#endif // SIMULATOR_STUDY_RESULTS_H
