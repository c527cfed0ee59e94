// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRAIN_COMMAND_H
#define SIMULATOR_TRAIN_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// `ddnnsim train NETWORK.yaml --out FILE`: trains a network and writes it; prints its accuracies
/// on the test split.
extern const Command trainCommand;

} // namespace simulator

#endif // SIMULATOR_TRAIN_COMMAND_H
