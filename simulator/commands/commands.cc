// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/check-command.h"
#include "simulator/commands/command.h"
#include "simulator/commands/dataset-command.h"
#include "simulator/commands/evaluate-command.h"
#include "simulator/commands/list-command.h"
#include "simulator/commands/merge-command.h"
#include "simulator/commands/report-command.h"
#include "simulator/commands/reproduce-command.h"
#include "simulator/commands/run-command.h"
#include "simulator/commands/train-command.h"

namespace simulator
{

const std::vector<Command>&
GetCommands()
{
    static const std::vector<Command> commands = {runCommand,
                                                  mergeCommand,
                                                  checkCommand,
                                                  trainCommand,
                                                  evaluateCommand,
                                                  reproduceCommand,
                                                  reportCommand,
                                                  datasetCommand,
                                                  listCommand};
    return commands;
}

} // namespace simulator
