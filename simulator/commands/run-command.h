// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_COMMAND_H
#define SIMULATOR_RUN_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// Simulates scenarios and writes a results directory.
extern const Command runCommand;

} // namespace simulator

#endif // SIMULATOR_RUN_COMMAND_H
