// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/sweep-range.h"

#include "nn/input-error.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/scenario/text.h"
#include "simulator/scenario/units.h"

#include <cmath>
#include <cstdint>
#include <map>

namespace simulator
{

namespace
{

/// One end of a range.
struct RangeEnd
{
    std::string text;
    Unit unit;
    double value = 0; //!< in the base unit of its kind
    const UnitFamily* family = nullptr;
};

RangeEnd
ParseEnd(const std::string& text)
{
    const bool plain = text.find_first_not_of("0123456789.-+eE") == std::string::npos;
    const std::size_t end = FindNumberEnd(text);
    const std::string unit = plain ? "" : text.substr(end);
    const UnitFamily* const family = FindUnitFamily(unit);
    if (!family)
    {
        throw nn::InputError(Quote(text) + " has the unknown unit " + Quote(unit));
    }
    // The unit of a plain number is empty, which FindUnit would refuse.
    const Unit& known = unit.empty() ? family->units.front() : FindUnit(unit, text, family->units);
    const double number = ParseNumber(plain ? text : text.substr(0, end));
    return {text, known, number * static_cast<double>(known.factor), family};
}

/// What the map says.
struct SweepRange
{
    RangeEnd from;
    RangeEnd to;
    std::uint64_t steps = 0;
    std::string scale = "linear";
    std::map<std::string, std::string> places; //!< of the keys
};

Key
MakeEndKey(const std::string& name, RangeEnd& target)
{
    Key key;
    key.path = name;
    key.type.expected = "a number, with a unit where the key has one";
    key.read = [&target](const Value& value) { target = value.Convert(ParseEnd); };
    return key;
}

SweepRange
ReadRange(const YAML::Node& map, const ValueSource& source)
{
    SweepRange range;
    KeyTable table;
    table.Add(MakeEndKey("from", range.from));
    table.Add(MakeEndKey("to", range.to));
    table.Add(MakeRequired(MakeIntegerKey("steps", range.steps, {2, 10'000}, "")));
    table.Add(MakeWordKey("scale", range.scale, {"linear", "log"}, ""));
    KeyReader reader(table);
    const YamlFile file = {source, map};
    reader.ReadFile(file);
    reader.CheckRequired(file);
    range.places = reader.GetPlaces();
    return range;
}

[[noreturn]] void
Refuse(const SweepRange& range, const std::string& key, const std::string& reason)
{
    throw nn::InputError(range.places.at(key) + ": " + key + ": " + reason);
}

void
CheckEnds(const SweepRange& range)
{
    if (range.from.family != range.to.family)
    {
        Refuse(range,
               "to",
               Quote(range.to.text) + " and " + Quote(range.from.text) +
                   " are not of the same kind, expected units of one kind");
    }
    if (range.from.value == range.to.value)
    {
        Refuse(range, "to", Quote(range.to.text) + " is also the start, expected another value");
    }
    if (range.scale == "log" && (range.from.value <= 0 || range.to.value <= 0))
    {
        const RangeEnd& end = range.from.value <= 0 ? range.from : range.to;
        Refuse(range,
               range.from.value <= 0 ? "from" : "to",
               Quote(end.text) + " is not above zero, expected such ends with scale log");
    }
}

double
GetValue(const SweepRange& range, std::uint64_t step)
{
    const double share = static_cast<double>(step) / static_cast<double>(range.steps - 1);
    return range.scale == "log"
               ? range.from.value * std::pow(range.to.value / range.from.value, share)
               : range.from.value + (range.to.value - range.from.value) * share;
}

double
RoundSignificant(double value, int digits)
{
    if (value == 0)
    {
        return 0;
    }
    const int decimals = digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
    const double factor = std::pow(10.0, std::abs(decimals));
    // Divided last, so that the result is the number nearest to a short decimal.
    return decimals >= 0 ? std::round(value * factor) / factor
                         : std::round(value / factor) * factor;
}

bool
IsPowerOfTen(std::uint64_t factor)
{
    while (factor % 10 == 0)
    {
        factor /= 10;
    }
    return factor == 1;
}

Unit
ChooseUnit(const SweepRange& range, double value)
{
    const Unit& unit = range.from.unit;
    if (unit.name == range.to.unit.name && IsPowerOfTen(unit.factor))
    {
        return unit;
    }
    for (const Unit& shown : range.from.family->shown)
    {
        if (std::abs(value) >= static_cast<double>(shown.factor))
        {
            return shown;
        }
    }
    return range.from.family->shown.back();
}

std::string
FormatStep(const SweepRange& range, std::uint64_t step, RangeNumbers numbers)
{
    if (step == 0 || step + 1 == range.steps)
    {
        return (step == 0 ? range.from : range.to).text;
    }
    const double rounded = RoundSignificant(GetValue(range, step), range.scale == "log" ? 3 : 6);
    const bool whole = numbers == RangeNumbers::Whole || range.from.family->isWhole;
    const double value = whole ? std::round(rounded) : rounded;
    const Unit unit = ChooseUnit(range, value);
    return FormatDigits(value / static_cast<double>(unit.factor)) + unit.name;
}

} // namespace

std::vector<std::string>
ExpandRange(const YAML::Node& map, const ValueSource& source, RangeNumbers numbers)
{
    const SweepRange range = ReadRange(map, source);
    CheckEnds(range);
    std::vector<std::string> values;
    for (std::uint64_t step = 0; step < range.steps; ++step)
    {
        const std::string value = FormatStep(range, step, numbers);
        if (!values.empty() && value == values.back())
        {
            Refuse(range,
                   "steps",
                   "'" + std::to_string(range.steps) + "' gives " + Quote(value) +
                       " twice, expected fewer");
        }
        values.push_back(value);
    }
    return values;
}

} // namespace simulator
