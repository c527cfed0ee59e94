// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WHOLE_NUMBER_H
#define SIMULATOR_WHOLE_NUMBER_H

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// A whole number that the user gave to an option.
/// \param option its name, for the message
/// \throw nn::InputError if it is anything else, or out of range
std::uint64_t ParseWhole(const std::string& option,
                         const std::string& text,
                         std::uint64_t least,
                         std::uint64_t greatest);

/// Whole numbers with commas between them.
std::vector<std::uint64_t> ParseWholeList(const std::string& option,
                                          const std::string& text,
                                          std::uint64_t least,
                                          std::uint64_t greatest);

} // namespace simulator

#endif // SIMULATOR_WHOLE_NUMBER_H
