// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SHELL_LINE_H
#define SIMULATOR_SHELL_LINE_H

#include <string>
#include <vector>

namespace simulator
{

/// A command and its arguments as one line that a shell takes apart into the same arguments.
std::string FormatShellLine(const std::string& command, const std::vector<std::string>& arguments);

} // namespace simulator

#endif // SIMULATOR_SHELL_LINE_H
