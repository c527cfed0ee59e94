// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MANIFEST_H
#define SIMULATOR_MANIFEST_H

#include "simulator/study/executor.h"

#include <string>
#include <vector>

namespace simulator
{

/// Version of ddnnsim.
std::string GetVersion();
/// Version of the ns-3 that it was built against.
std::string GetNs3Version();

/// Text of manifest.json: everything needed to repeat the runs (resolved scenarios, hashes,
/// versions, seeds), and what depends on the machine (host, times, memory).
/// \param command that the user gave, as a line for a shell
std::string MakeManifest(const std::string& command,
                         const std::vector<PlannedRun>& plan,
                         const std::vector<FinishedRun>& finished);

} // namespace simulator

#endif // SIMULATOR_MANIFEST_H
