// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MANIFEST_H
#define SIMULATOR_MANIFEST_H

#include "simulator/study/input-hashes.h"
#include "simulator/study/study-plan.h"
#include "simulator/study/study-store.h"

#include <ostream>
#include <string>

namespace simulator
{

/// What the manifest says of the scenario of a run: JSON text.
std::string DescribeScenario(const PlannedRun& run, InputHashes& hashes);

/// manifest.json: everything needed to repeat the runs (resolved scenarios, the folders where their
/// relative paths start, hashes, versions, seeds), and what depends on the machine (host, times,
/// memory).
/// \param command that the user gave, as a line for a shell
void WriteManifest(std::ostream& stream, const std::string& command, StudyStore& store);

} // namespace simulator

#endif // SIMULATOR_MANIFEST_H
