// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_LITTLE_ENDIAN_H
#define TESTS_LITTLE_ENDIAN_H

#include <cstdint>
#include <string>

/// Number of 32 bits in a file.
inline std::uint32_t
GetNumber(const std::string& bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 4; i > 0; --i)
    {
        number = number << 8 | static_cast<std::uint8_t>(bytes.at(at + i - 1));
    }
    return number;
}

#endif // TESTS_LITTLE_ENDIAN_H
