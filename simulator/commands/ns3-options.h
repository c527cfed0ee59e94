// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NS3_OPTIONS_H
#define SIMULATOR_NS3_OPTIONS_H

#include <boost/program_options.hpp>

#include <string>
#include <vector>

namespace simulator
{

// What users of ns-3 are used to: `--RngSeed=N`, `--RngRun=N`, `--ns3::Class::Attribute=VALUE`.
// Each is short for `--set PATH=VALUE`.

/// Adds these options, with their help.
void AddNs3Options(boost::program_options::options_description& options);

/// Takes the options of ns-3's attributes, whose names no table has, out of what the user wrote.
/// \return what is left
std::vector<std::string> RemoveAttributeOptions(const std::vector<std::string>& arguments);

/// "PATH=VALUE" of every key that the options set: those of `--set` first.
/// \param arguments all of what the user wrote
/// \param values of what RemoveAttributeOptions left
/// \throw nn::InputError for an attribute without a value
std::vector<std::string> GetAllSettings(const std::vector<std::string>& arguments,
                                        const boost::program_options::variables_map& values);

} // namespace simulator

#endif // SIMULATOR_NS3_OPTIONS_H
