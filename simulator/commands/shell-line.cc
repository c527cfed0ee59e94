// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/shell-line.h"

namespace simulator
{

namespace
{

/// In single quotes if a shell would read anything but letters into it.
std::string
QuoteForShell(const std::string& argument)
{
    const bool isPlain =
        !argument.empty() &&
        argument.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                   "_-./=:,+@%") == std::string::npos;
    if (isPlain)
    {
        return argument;
    }
    std::string quoted = "'";
    for (const char character : argument)
    {
        character == '\'' ? quoted += "'\\''" : quoted += character;
    }
    return quoted + "'";
}

} // namespace

std::string
FormatShellLine(const std::string& command, const std::vector<std::string>& arguments)
{
    std::string line = command;
    for (const std::string& argument : arguments)
    {
        line += ' ' + QuoteForShell(argument);
    }
    return line;
}

} // namespace simulator
