// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STUDY_PLANNER_H
#define SIMULATOR_STUDY_PLANNER_H

#include "simulator/study/study-plan.h"

#include <string>
#include <vector>

namespace simulator
{

/// What the user asks of a study.
struct StudyRequest
{
    std::vector<std::string> paths;         //!< of scenario files, at least one
    std::vector<std::string> settings = {}; //!< "PATH=VALUE" each, for every scenario
    std::vector<std::string> sweeps = {};   //!< "PATH=VALUE,VALUE,..." each, for every scenario
};

/// Plans all runs. The swept paths are those of all scenarios in order of first appearance; for a
/// scenario that does not sweep one of them, its own value stands there, or nothing if it has none.
/// The runs of a variant share one Scenario.
/// \throw nn::InputError
StudyPlan PlanStudy(const StudyRequest& request);

} // namespace simulator

#endif // SIMULATOR_STUDY_PLANNER_H
