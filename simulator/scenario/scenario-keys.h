// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_KEYS_H
#define SIMULATOR_SCENARIO_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// The defaults of every key: all links and processors are there.
Scenario MakeDefaultScenario();

// Tables bound to the members of a scenario, which must have all links and must outlive the table.

/// The keys that decide which other keys there are: the types of the links, the bases of profiles.
KeyTable MakeSelectionKeys(Scenario& scenario);

/// Gives every link the defaults of its type.
void ApplySelection(Scenario& scenario);

/// All keys, given the types of the links and the profiles of the scenario.
KeyTable MakeScenarioKeys(Scenario& scenario);

/// All keys, those of links of all types, for the reference page and the JSON Schema: what links of
/// a type have is bound to nothing.
KeyTable MakeDocumentedKeys(Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_SCENARIO_KEYS_H
