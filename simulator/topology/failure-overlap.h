// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_OVERLAP_H
#define SIMULATOR_FAILURE_OVERLAP_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

#include <optional>
#include <string>

namespace simulator
{

/// A sentence about the first failures in the list that overlap, or may do so, at the same node or
/// link; nothing if there are none. Such failures are one: see FailingTarget.
/// \param scenario that has passed CheckFailures
std::optional<std::string> FindOverlap(const Scenario& scenario,
                                       const nn::NetworkDescription& network);

} // namespace simulator

#endif // SIMULATOR_FAILURE_OVERLAP_H
