// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MERGE_COMMAND_H
#define SIMULATOR_MERGE_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

extern const Command mergeCommand;

} // namespace simulator

#endif // SIMULATOR_MERGE_COMMAND_H
