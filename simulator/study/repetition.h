// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_REPETITION_H
#define SIMULATOR_REPETITION_H

#include "simulator/study/manifest-reader.h"
#include "simulator/study/study-plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace simulator
{

/// Plans the runs of a manifest once more. Relative paths in its scenarios start where they did
/// then; if the files are not there any more, at the current folder.
/// \throw nn::InputError if a scenario does not hold with this version, or if a file that it names
/// is missing or another one than then
StudyPlan PlanRepetition(const RecordedStudy& study);

/// Why results may differ although the input is the same, a line each: other versions.
std::vector<std::string> FindDifferences(const RecordedStudy& study);

/// Where results of a repetition go: beside those of the manifest's folder, never into it.
std::filesystem::path GetRepetitionPath(const std::string& manifest);

} // namespace simulator

#endif // SIMULATOR_REPETITION_H
