// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_STUDY_H
#define SIMULATOR_RUN_STUDY_H

#include "simulator/study/study-export.h"
#include "simulator/study/study-plan.h"
#include "simulator/study/workers.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace simulator
{

/// How far a study is.
struct StudyProgress
{
    std::size_t total = 0;
    std::size_t done = 0;   //!< also in earlier attempts
    std::size_t failed = 0; //!< in this attempt
};

/// The store of a directory: empty, if earlier results are to be replaced; they are gone then.
/// \throw nn::InputError, DatabaseFailure
StudyStore OpenStore(const ResultsDirectory& directory, ResultsDirectory::Earlier earlier);

/// Says where runs write their own files: see Simulate. Their names end in .pcap or .xml.
void SetOutputPrefixes(StudyPlan& plan, const std::filesystem::path& directory);

/// Does the runs of a plan that the directory does not have yet.
/// \param store of the directory
/// \param shard which of them to do
/// \param progress kept up to date
/// \param show called after every run, with its result
/// \throw nn::InputError if the directory holds another study, or a run finds that its scenario
/// cannot be simulated; WriteFailure; what the workers throw. What was done until then is kept.
void RunStudy(StudyStore& store,
              ResultsDirectory& directory,
              StudyPlan& plan,
              const Shard& shard,
              Workers& workers,
              StudyProgress& progress,
              const std::function<void(const ChildResult&)>& show);

} // namespace simulator

#endif // SIMULATOR_RUN_STUDY_H
