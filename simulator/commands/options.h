// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_OPTIONS_H
#define SIMULATOR_OPTIONS_H

#include "simulator/commands/command.h"

#include <boost/program_options.hpp>

#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// Parses what the user wrote behind the name of a command.
///
/// Arguments that are no options are stored as operands: read them with GetOperands. `--help` is
/// added, and everything behind `--` is an operand. Options cannot be abbreviated.
///
/// \param options the options of the command, with their help; repeatable ones are
///        `value<std::vector<std::string>>()->composing()`
/// \return nothing if `--help` was given: the help has then been printed
/// \throw nn::InputError for unknown options (with the nearest known one), missing or bad values
std::optional<boost::program_options::variables_map> ParseOptions(
    const Command& command,
    const boost::program_options::options_description& options,
    const std::vector<std::string>& arguments);

/// Arguments that are no options, in order.
std::vector<std::string> GetOperands(const boost::program_options::variables_map& values);

/// Values of a repeatable option, in order; empty if it was not given.
std::vector<std::string> GetList(const boost::program_options::variables_map& values,
                                 const std::string& name);

} // namespace simulator

#endif // SIMULATOR_OPTIONS_H
