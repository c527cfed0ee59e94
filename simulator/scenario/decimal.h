// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DECIMAL_H
#define SIMULATOR_DECIMAL_H

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

// The parts of quantity.h: decimal numbers and units, in exact integer arithmetic. All functions
// that read text throw nn::InputError with what was found and what is wrong with it.

/// A unit and how many of the base unit it is.
struct Unit
{
    std::string name;
    std::uint64_t factor;
};

/// A decimal number and the text behind it: value = digits / 10^decimals.
struct Decimal
{
    bool negative = false;
    std::uint64_t digits = 0;
    std::size_t decimals = 0;
    std::string unit;
};

/// Digits from a place on.
std::size_t SkipDigits(const std::string& text, std::size_t from);

/// Length of the number at the beginning of a text: "-", digits, perhaps a point and digits.
std::size_t FindNumberEnd(const std::string& text);

/// Value of a text of digits only.
/// \param text the whole, for messages
std::uint64_t ParseDigits(const std::string& digits, const std::string& text);

/// A number and, behind it, any text as its unit.
Decimal ParseDecimal(const std::string& text);

/// \param text the whole, for messages
const Unit& FindUnit(const std::string& name,
                     const std::string& text,
                     const std::vector<Unit>& units);

/// The magnitude of a number in base units: digits * factor / 10^decimals.
/// \param base what the base unit is called, in plural
std::uint64_t Scale(const Decimal& decimal,
                    std::uint64_t factor,
                    const std::string& text,
                    const std::string& base);

/// The shortest digits that are read as this number, without an exponent: quantities have none.
std::string FormatDigits(double number);

/// A whole number of the largest unit that allows it.
std::string FormatWhole(std::uint64_t value, const std::vector<Unit>& largestFirst);

} // namespace simulator

#endif // SIMULATOR_DECIMAL_H
