// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_DESCRIPTION_H
#define SIMULATOR_SCENARIO_DESCRIPTION_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

#include <nlohmann/json.hpp>

namespace simulator
{

// What the manifest says of a scenario besides its text, so that nobody has to parse that.

/// Values of all keys as YAML writes them, by dotted path.
nlohmann::ordered_json DescribeSettings(const Scenario& scenario);

/// Where the figures of everything come from that the scenario uses: objects with `name`, `user`
/// (what in the scenario names it) and `source`.
nlohmann::ordered_json DescribeSources(const Scenario& scenario,
                                       const nn::NetworkDescription& network);

} // namespace simulator

#endif // SIMULATOR_SCENARIO_DESCRIPTION_H
