// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_COMMAND_H
#define SIMULATOR_RUN_COMMAND_H

#include "simulator/commands/command.h"
#include "simulator/commands/run-request.h"
#include "simulator/study/workers.h"

namespace simulator
{

/// Simulates scenarios and writes a results directory.
extern const Command runCommand;

/// Does what was asked, with these workers, and tells the user.
/// \return exit status
/// \throw nn::InputError
int RunWith(RunRequest& request, Workers& workers);

} // namespace simulator

#endif // SIMULATOR_RUN_COMMAND_H
