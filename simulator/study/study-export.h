// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_EXPORT_H
#define SIMULATOR_STUDY_EXPORT_H

#include "analysis/run-summary.h"
#include "simulator/study/results-directory.h"
#include "simulator/study/study-store.h"

#include <string>
#include <vector>

namespace simulator
{

/// What the user is told about a study.
struct StudyOutcome
{
    std::vector<analysis::RunSummary> summaries; //!< of all runs
    /// Each once, with the first run that has it: "c, run 3: text".
    std::vector<std::string> warnings;
};

/// Writes the csv files, gallery.json and manifest.json of a study: all of them or none.
/// \throw WriteFailure, DatabaseFailure
StudyOutcome ExportStudy(StudyStore& store,
                         const ResultsDirectory& directory,
                         const std::string& command);

} // namespace simulator

#endif // SIMULATOR_STUDY_EXPORT_H
