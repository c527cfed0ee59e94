// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_BATTERY_KEYS_H
#define SIMULATOR_BATTERY_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"
#include "simulator/scenario/setting.h"
#include "simulator/scenario/yaml-file.h"

#include <string>
#include <vector>

namespace simulator
{

// Batteries: of all nodes of a tier (batteries.device), and of single nodes (batteries.device-3),
// whose names the file brings.

/// Enters the single nodes that the file or the settings name.
/// \throw nn::InputError if the number of one is none
void DeclareBatteries(const YamlFile& file, const Settings& settings, Scenario& scenario);

/// Enters one by the name "<node>", for documents about all keys.
void DeclareExampleBattery(Scenario& scenario);

void AddBatteryKeys(KeyTable& table, Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_BATTERY_KEYS_H
