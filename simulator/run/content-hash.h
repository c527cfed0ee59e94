// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CONTENT_HASH_H
#define SIMULATOR_CONTENT_HASH_H

#include <string>

namespace simulator
{

/// 64-bit FNV-1a, 16 hexadecimal digits.
std::string HashText(const std::string& text);

/// The same of what a file holds.
/// \throw nn::InputError if it cannot be read
std::string HashFile(const std::string& path);

} // namespace simulator

#endif // SIMULATOR_CONTENT_HASH_H
