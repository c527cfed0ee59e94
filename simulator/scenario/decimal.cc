// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/decimal.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace simulator
{

namespace
{

using nn::InputError;

/// As many as powers of ten fit into 64 bits.
constexpr std::size_t maximumDecimals = 18;

bool
IsDigit(char character)
{
    return character >= '0' && character <= '9';
}

} // namespace

std::size_t
SkipDigits(const std::string& text, std::size_t from)
{
    while (from < text.size() && IsDigit(text[from]))
    {
        ++from;
    }
    return from;
}

std::size_t
FindNumberEnd(const std::string& text)
{
    const std::size_t begin = text.rfind('-', 0) == 0 ? 1 : 0;
    std::size_t end = SkipDigits(text, begin);
    if (end == begin)
    {
        throw InputError(Quote(text) + " does not start with a number");
    }
    if (text[begin] == '0' && end > begin + 1)
    {
        throw InputError(Quote(text) + " has a leading zero");
    }
    if (end + 1 < text.size() && text[end] == '.' && IsDigit(text[end + 1]))
    {
        end = SkipDigits(text, end + 1);
    }
    return end;
}

std::uint64_t
ParseDigits(const std::string& digits, const std::string& text)
{
    std::uint64_t value = 0;
    const char* const end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, value).ec != std::errc{})
    {
        throw InputError(Quote(text) + " has too many digits");
    }
    return value;
}

Decimal
ParseDecimal(const std::string& text)
{
    Decimal decimal;
    const std::size_t end = FindNumberEnd(text);
    decimal.negative = text[0] == '-';
    decimal.unit = text.substr(end);
    std::string digits = text.substr(decimal.negative, end - decimal.negative);
    const std::size_t point = digits.find('.');
    if (point != std::string::npos)
    {
        digits.erase(digits.find_last_not_of('0') + 1);
        decimal.decimals = digits.size() - point - 1;
        digits.erase(point, 1);
    }
    if (decimal.decimals > maximumDecimals)
    {
        throw InputError(Quote(text) + " has too many digits");
    }
    decimal.digits = ParseDigits(digits, text);
    return decimal;
}

const Unit&
FindUnit(const std::string& name, const std::string& text, const std::vector<Unit>& units)
{
    if (name.empty())
    {
        throw InputError(Quote(text) + " has no unit");
    }
    const auto unit = std::find_if(
        units.begin(), units.end(), [&name](const Unit& other) { return other.name == name; });
    if (unit == units.end())
    {
        throw InputError(Quote(text) + " has the unknown unit " + Quote(name));
    }
    return *unit;
}

std::uint64_t
Scale(const Decimal& decimal,
      std::uint64_t factor,
      const std::string& text,
      const std::string& base)
{
    std::uint64_t divisor = 1;
    for (std::size_t i = 0; i < decimal.decimals; ++i)
    {
        // Divide first where that is exact: keeps the product small.
        const bool exact = factor % 10 == 0;
        factor = exact ? factor / 10 : factor;
        divisor = exact ? divisor : divisor * 10;
    }
    std::uint64_t product = 0;
    if (__builtin_mul_overflow(decimal.digits, factor, &product))
    {
        throw InputError(Quote(text) + " is too large");
    }
    if (product % divisor != 0)
    {
        throw InputError(Quote(text) + " is no whole number of " + base);
    }
    return product / divisor;
}

std::string
FormatDigits(double number)
{
    std::array<char, 400> buffer{};
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
    return {buffer.data(), result.ptr};
}

std::string
FormatWhole(std::uint64_t value, const std::vector<Unit>& largestFirst)
{
    for (const Unit& unit : largestFirst)
    {
        if (value % unit.factor == 0)
        {
            return std::to_string(value / unit.factor) + unit.name;
        }
    }
    return std::to_string(value);
}

} // namespace simulator
