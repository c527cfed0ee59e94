// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_KEYS_H
#define SIMULATOR_FAILURE_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// The list of failures, for CountRecords.
extern const char* const failureList;

/// Adds the keys that decide which other keys each failure has: its kind.
void AddFailureKindKeys(KeyTable& table, Scenario& scenario);

/// Gives every failure the settings of its kind, with their defaults.
void ApplyFailureKinds(Scenario& scenario);

/// Adds the keys of every failure that the scenario has.
void AddFailureKeys(KeyTable& table, Scenario& scenario);

/// Adds the keys that a failure may have, of all kinds, for documents: bound to nothing.
void AddFailureExample(KeyTable& table);

} // namespace simulator

#endif // SIMULATOR_FAILURE_KEYS_H
