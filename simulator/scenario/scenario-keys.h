// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_KEYS_H
#define SIMULATOR_SCENARIO_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// The defaults of every key: all links and processors are there. Figures of links are assumed: a
/// wired camera network, a local area network, a fibre between edges, and an uplink to a far cloud.
Scenario MakeDefaultScenario();

// Tables bound to the members of a scenario, which must have all links and must outlive the table.

/// The keys that decide which other keys there are: the types of the links.
KeyTable MakeSelectionKeys(Scenario& scenario);

/// All keys, given the types of the links.
KeyTable MakeScenarioKeys(Scenario& scenario);

/// All keys of links of all types, for the reference page and the JSON Schema.
KeyTable MakeDocumentedKeys(Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_SCENARIO_KEYS_H
