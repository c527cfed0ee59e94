// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CHECK_COMMAND_H
#define SIMULATOR_CHECK_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// `ddnnsim check SCENARIO... [--set PATH=VALUE]...`: everything that can be wrong with a scenario
/// before it is simulated; prints it with all defaults filled in.
extern const Command checkCommand;

} // namespace simulator

#endif // SIMULATOR_CHECK_COMMAND_H
