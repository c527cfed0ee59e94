// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/number-format.h"

#include <array>
#include <charconv>

namespace analysis
{

namespace
{

/// Longest text: the greatest double in fixed notation and some digits.
using Buffer = std::array<char, 400>;

constexpr std::size_t significantDigits = 9;

std::string
ToText(double value, std::chars_format format, int precision)
{
    Buffer buffer;
    char* const begin = buffer.data();
    const auto result = std::to_chars(begin, begin + buffer.size(), value, format, precision);
    return {begin, result.ptr};
}

} // namespace

std::string
FormatNumber(double value)
{
    return ToText(value, std::chars_format::general, significantDigits);
}

std::string
FormatFixed(double value, int digits)
{
    return ToText(value, std::chars_format::fixed, digits);
}

std::string
FormatSeconds(std::int64_t nanoseconds)
{
    const bool negative = nanoseconds < 0;
    const auto bits = static_cast<std::uint64_t>(nanoseconds);
    std::string digits = std::to_string(negative ? 0 - bits : bits);
    constexpr std::size_t decimals = 9;
    if (digits.size() <= decimals)
    {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    digits.insert(digits.size() - decimals, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
    {
        digits.pop_back();
    }
    return (negative ? "-" : "") + digits;
}

} // namespace analysis
