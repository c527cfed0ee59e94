// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_BACKGROUND_KEYS_H
#define SIMULATOR_BACKGROUND_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// The list of background traffic, for CountRecords.
extern const char* const backgroundList;

/// Adds the keys of every flow that the scenario has.
void AddBackgroundKeys(KeyTable& table, Scenario& scenario);

/// Adds the keys that a flow may have, for documents: bound to nothing.
void AddBackgroundExample(KeyTable& table);

} // namespace simulator

#endif // SIMULATOR_BACKGROUND_KEYS_H
