// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TEXT_FILE_H
#define SIMULATOR_TEXT_FILE_H

#include <cstddef>
#include <string>

namespace simulator
{

/// The text of a file that the user wrote.
/// \param mebibytes that it may have
/// \param expected what a larger one should have been, for the message
/// \throw nn::InputError if the file is missing, a directory, larger, or has characters that are
/// control characters or not UTF-8
std::string ReadTextFile(const std::string& path,
                         std::size_t mebibytes,
                         const std::string& expected);

} // namespace simulator

#endif // SIMULATOR_TEXT_FILE_H
