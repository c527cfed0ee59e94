// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LIST_COMMAND_H
#define SIMULATOR_LIST_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// `ddnnsim list profiles|links|transports|keys`: what a scenario may name, with sources. `keys`
/// also as JSON Schema or as the reference page.
extern const Command listCommand;

} // namespace simulator

#endif // SIMULATOR_LIST_COMMAND_H
