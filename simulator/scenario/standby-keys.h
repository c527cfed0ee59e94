// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STANDBY_KEYS_H
#define SIMULATOR_STANDBY_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"
#include "simulator/scenario/setting.h"
#include "simulator/scenario/yaml-file.h"

#include <string>

namespace simulator
{

// Who takes over from an edge that is dead (standbys.edge-1), whose names the file brings, and how
// its gateway finds out.

const std::string standbyGroup = "standbys";

/// Enters the edges that the file or the settings name.
/// \throw nn::InputError if the number of one is none
void DeclareStandbys(const YamlFile& file, const Settings& settings, Scenario& scenario);

/// Enters one by the name "<edge>", for documents about all keys.
void DeclareExampleStandby(Scenario& scenario);

void AddStandbyKeys(KeyTable& table, Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_STANDBY_KEYS_H
