// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_REPORT_COMMAND_H
#define SIMULATOR_REPORT_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

extern const Command reportCommand;

} // namespace simulator

#endif // SIMULATOR_REPORT_COMMAND_H
