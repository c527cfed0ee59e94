// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STANDBY_PLAN_H
#define SIMULATOR_STANDBY_PLAN_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace simulator
{

/// Which node takes over from an edge that is dead.
struct Standby
{
    std::size_t group = 0;           //!< of the edge, from 0
    std::optional<std::size_t> edge; //!< that stands by, from 0; none: the cloud
};

/// The standbys of a scenario that has passed CheckStandbys, in the order of their groups.
std::vector<Standby> GetStandbys(const Scenario& scenario);

/// \throw nn::InputError with the place of the key
void CheckStandbys(const Scenario& scenario, const nn::NetworkDescription& network);

} // namespace simulator

#endif // SIMULATOR_STANDBY_PLAN_H
