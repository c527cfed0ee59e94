// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_CHECK_H
#define SIMULATOR_FAILURE_CHECK_H

#include "nn/network/network-description.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// Whether what is to fail is there, can fail in this way, and when it does is clear.
/// \throw nn::InputError with the place in the scenario file
void CheckFailures(const Scenario& scenario, const nn::NetworkDescription& network);

} // namespace simulator

#endif // SIMULATOR_FAILURE_CHECK_H
