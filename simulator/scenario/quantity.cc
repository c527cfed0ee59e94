// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/quantity.h"

#include "nn/input-error.h"
#include "simulator/scenario/decimal.h"
#include "simulator/scenario/text.h"
#include "simulator/scenario/units.h"

#include <array>
#include <charconv>
#include <limits>
#include <system_error>
#include <vector>

namespace simulator
{

namespace
{

using nn::InputError;

constexpr std::uint64_t microsPerUnit = 1'000'000;
constexpr std::uint64_t millisPerUnit = 1'000;
constexpr std::uint64_t centisPerUnit = 100;

/// A real number and a unit, not negative, in the unit that has `base` as its factor.
double
ParseReal(const std::string& text, const std::vector<Unit>& units, std::uint64_t base)
{
    const std::size_t end = FindNumberEnd(text);
    const Unit& unit = FindUnit(text.substr(end), text, units);
    const double number = ParseNumber(text.substr(0, end));
    if (number < 0)
    {
        throw InputError(Quote(text) + " is negative");
    }
    const std::uint64_t parts = base / unit.factor; // of a base unit: exact, or 0
    // 15mW is the number nearest to 0.015: divided once.
    return unit.factor < base
               ? number / static_cast<double>(parts)
               : number * (static_cast<double>(unit.factor) / static_cast<double>(base));
}

/// A real number and the only unit that a logarithmic quantity has.
double
ParseLogarithm(const std::string& text, const char* unit)
{
    const std::size_t end = FindNumberEnd(text);
    FindUnit(text.substr(end), text, {{unit, 1}});
    return ParseNumber(text.substr(0, end));
}

/// In the largest unit that gives a number of at least 1 which is read as exactly this value.
/// \param fallback a unit that always is
std::string
FormatReal(double value,
           const std::vector<std::string>& largestFirst,
           const std::string& fallback,
           double (*parse)(const std::string&))
{
    for (const std::string& unit : largestFirst)
    {
        std::string text = FormatDigits(value / parse("1" + unit));
        text += unit;
        if (value >= parse("1" + unit) && parse(text) == value)
        {
            return text;
        }
    }
    return FormatDigits(value) + fallback;
}

} // namespace

ns3::Time
ParseTime(const std::string& text)
{
    const Decimal decimal = ParseDecimal(text);
    const Unit& unit = FindUnit(decimal.unit, text, GetTimeUnits());
    const std::uint64_t nanoseconds = Scale(decimal, unit.factor, text, "nanoseconds");
    if (nanoseconds > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    {
        throw InputError(Quote(text) + " is too large");
    }
    const auto signedValue = static_cast<std::int64_t>(nanoseconds);
    return ns3::NanoSeconds(
        static_cast<std::uint64_t>(decimal.negative ? -signedValue : signedValue));
}

std::string
FormatTime(const ns3::Time& time)
{
    const std::int64_t nanoseconds = time.GetNanoSeconds();
    if (nanoseconds == 0)
    {
        return "0s";
    }
    const std::vector<Unit> units(GetTimeUnits().begin() + 2, GetTimeUnits().end()); // from s
    const auto bits = static_cast<std::uint64_t>(nanoseconds);
    return nanoseconds < 0 ? "-" + FormatWhole(0 - bits, units) : FormatWhole(bits, units);
}

ns3::DataRate
ParseDataRate(const std::string& text)
{
    const Decimal decimal = ParseDecimal(text);
    const Unit& unit = FindUnit(decimal.unit, text, GetRateUnits());
    if (decimal.negative)
    {
        throw InputError(Quote(text) + " is negative");
    }
    return ns3::DataRate(Scale(decimal, unit.factor, text, "bits per second"));
}

std::string
FormatDataRate(const ns3::DataRate& rate)
{
    const std::vector<Unit> units = {
        {"Gbps", 1'000'000'000}, {"Mbps", 1'000'000}, {"kbps", 1'000}, {"bps", 1}};
    return rate.GetBitRate() == 0 ? "0bps" : FormatWhole(rate.GetBitRate(), units);
}

double
ParsePower(const std::string& text)
{
    return ParseReal(text, GetPowerUnits(), microsPerUnit);
}

std::string
FormatPower(double watt)
{
    return FormatReal(watt, {"kW", "W", "mW", "uW"}, "W", ParsePower);
}

double
ParseEnergy(const std::string& text)
{
    return ParseReal(text, GetEnergyUnits(), millisPerUnit);
}

std::string
FormatEnergy(double joules)
{
    return FormatReal(joules, {"MJ", "kJ", "J", "mJ"}, "J", ParseEnergy);
}

double
ParseLength(const std::string& text)
{
    return ParseReal(text, GetLengthUnits(), centisPerUnit);
}

std::string
FormatLength(double metres)
{
    return FormatReal(metres, {"km", "m"}, "m", ParseLength);
}

double
ParsePowerLevel(const std::string& text)
{
    return ParseLogarithm(text, "dBm");
}

std::string
FormatPowerLevel(double dbm)
{
    return FormatDigits(dbm) + "dBm";
}

double
ParseDecibels(const std::string& text)
{
    return ParseLogarithm(text, "dB");
}

std::string
FormatDecibels(double decibels)
{
    return FormatDigits(decibels) + "dB";
}

double
ParseNumber(const std::string& text)
{
    FindNumberEnd(text);
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ptr != end)
    {
        throw InputError(Quote(text) + " is not a number");
    }
    if (result.ec != std::errc{})
    {
        throw InputError(Quote(text) + " is too large or too small");
    }
    return number;
}

std::string
FormatNumber(double number)
{
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return {buffer.data(), result.ptr};
}

std::uint64_t
ParseInteger(const std::string& text)
{
    if (text.rfind('-', 0) == 0 && FindNumberEnd(text) == text.size())
    {
        throw InputError(Quote(text) + " is negative");
    }
    const std::size_t end = SkipDigits(text, 0);
    if (text.empty() || end != text.size())
    {
        throw InputError(Quote(text) + " is not a whole number");
    }
    FindNumberEnd(text); // leading zeros
    return ParseDigits(text, text);
}

} // namespace simulator
