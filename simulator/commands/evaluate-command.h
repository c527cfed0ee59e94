// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EVALUATE_COMMAND_H
#define SIMULATOR_EVALUATE_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// `ddnnsim evaluate NETWORK.npz`: what a trained network answers on the test split, without a
/// network between its sections: accuracy of every exit, thresholds, bytes of Eq. (1), memory.
extern const Command evaluateCommand;

} // namespace simulator

#endif // SIMULATOR_EVALUATE_COMMAND_H
