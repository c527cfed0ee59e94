// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_REPRODUCE_COMMAND_H
#define SIMULATOR_REPRODUCE_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// `ddnnsim reproduce`: the paper's tables and figures beside ours.
extern const Command reproduceCommand;

} // namespace simulator

#endif // SIMULATOR_REPRODUCE_COMMAND_H
