// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_COMMAND_H
#define SIMULATOR_COMMAND_H

#include <string>
#include <vector>

namespace simulator
{

/// One word after `ddnnsim`. Each command is one file; commands.cc lists them.
struct Command
{
    const char* name;
    const char* usage; //!< what follows the name on the usage line
    const char* help;  //!< one line
    /// \param arguments what the user wrote behind the name
    /// \return exit status: 0 done, 1 a run failed
    /// \throw nn::InputError for bad input (exit status 2)
    int (*run)(const std::vector<std::string>& arguments);
};

/// All commands, in the order of the help text.
const std::vector<Command>& GetCommands();

} // namespace simulator

#endif // SIMULATOR_COMMAND_H
