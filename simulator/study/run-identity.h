// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_IDENTITY_H
#define SIMULATOR_RUN_IDENTITY_H

#include "simulator/study/input-hashes.h"
#include "simulator/study/study-plan.h"

#include <string>
#include <vector>

namespace simulator
{

/// For each run of a plan, a text that is the same if and only if it is the same simulation: the
/// resolved scenario, the content of the files that it names (not where they lie), and the
/// replication. How many replications there are, and from which they count, does not matter. A run
/// that the plan has twice gets two identities. \throw nn::InputError if a file cannot be read any
/// more
std::vector<std::string> IdentifyRuns(const StudyPlan& plan, InputHashes& hashes);

} // namespace simulator

#endif // SIMULATOR_RUN_IDENTITY_H
