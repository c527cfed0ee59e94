// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_CONTENT_HASH_H
#define SIMULATOR_CONTENT_HASH_H

#include <string>

namespace simulator
{

/// 64-bit FNV-1a, 16 hexadecimal digits.
std::string HashText(const std::string& text);

} // namespace simulator

#endif // SIMULATOR_CONTENT_HASH_H
