// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_PLAN_H
#define SIMULATOR_STUDY_PLAN_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/scenario/scenario.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace simulator
{

/// One simulation to do.
struct PlannedRun
{
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const nn::NetworkInference> network;
    std::shared_ptr<const nn::MultiViewDataSet> dataset;
    std::uint32_t replication = 1;
    std::vector<std::string> sweptValues = {}; //!< one per swept path of the study
    std::string outputPrefix = {};             //!< see Simulate
    std::size_t stories = 0;                   //!< samples to record in detail
};

/// All simulations of a study, in the order of runs.csv: by scenario file, then swept values, then
/// replication.
struct StudyPlan
{
    std::vector<std::string> sweptPaths; //!< dotted paths of keys: columns of runs.csv
    std::vector<PlannedRun> runs;
};

/// The runs of one variant.
struct VariantRuns
{
    std::size_t first = 0; //!< index in the plan
    std::size_t count = 0;
};

/// The variants of a plan: the runs of one stand together and share one Scenario.
std::vector<VariantRuns> FindVariants(const std::vector<PlannedRun>& runs);

/// A part of a plan, for several machines that share the work: every `count`th run.
struct Shard
{
    std::size_t number = 1; //!< from 1
    std::size_t count = 1;

    /// \param index of a run in the plan
    bool Has(std::size_t index) const
    {
        return index % count + 1 == number;
    }
};

} // namespace simulator

#endif // SIMULATOR_STUDY_PLAN_H
