// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-types.h"

#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text.h"

#include <limits>
#include <utility>

namespace simulator
{

namespace
{

const std::string numberExpected = "a whole number such as 3";
const std::string listExpected = "a list of whole numbers such as [1, 2]";
const std::string numberPattern = "[0-9]+(\\.[0-9]+)?";

/// Converts the text of a value and checks its range.
template <typename T, typename Parse>
T
ReadInRange(const Value& value, Parse parse, const Range<T>& range, const std::string& rangeText)
{
    T parsed = value.Convert(parse);
    if (parsed < range.lowest || range.highest < parsed)
    {
        value.Refuse(Quote(value.GetText()) + " is out of range, expected " + rangeText);
    }
    return parsed;
}

/// The row of a variable. `T` is what is parsed and compared; it converts to the variable's type.
template <typename Target, typename T, typename Parse, typename Format>
Key
MakeRangeKey(const std::string& path,
             Target& target,
             const Range<T>& range,
             ValueType type,
             Parse parse,
             Format format,
             const std::string& help)
{
    Key key;
    key.path = path;
    key.type = std::move(type);
    key.range = format(range.lowest) + " to " + format(range.highest);
    key.help = help;
    key.defaultText = format(target);
    key.read = [&target, range, parse, text = key.range](const Value& value) {
        target = static_cast<Target>(ReadInRange(value, parse, range, text));
    };
    key.write = [&target, format]() { return format(target); };
    return key;
}

/// The row of a variable that may have no value.
/// \param key of a variable of the same type that has one
/// \param absent what it means that the key is not there
template <typename Target, typename T, typename Parse, typename Format>
Key
MakeOptional(Key key,
             std::optional<Target>& target,
             const Range<T>& range,
             const std::string& absent,
             Parse parse,
             Format format)
{
    key.defaultText = absent;
    key.read = [&target, range, parse, text = key.range](const Value& value) {
        target = static_cast<Target>(ReadInRange(value, parse, range, text));
    };
    key.write = [&target, format]() { return target ? format(*target) : ""; };
    return key;
}

std::string
FormatInteger(std::uint64_t value)
{
    return std::to_string(value);
}

ValueType
MakeIntegerType(const IntegerRange& range)
{
    ValueType type{"whole number", numberExpected, "integer", "", {}, {}, {}, 0};
    type.minimum = static_cast<double>(range.lowest);
    if (range.highest != std::numeric_limits<std::uint64_t>::max())
    {
        type.maximum = static_cast<double>(range.highest);
    }
    return type;
}

template <typename Target>
Key
MakeAnyIntegerKey(const std::string& path,
                  Target& target,
                  const IntegerRange& range,
                  const std::string& help)
{
    return MakeRangeKey(
        path, target, range, MakeIntegerType(range), ParseInteger, FormatInteger, help);
}

std::string
FormatRange(const IntegerRange& range)
{
    return std::to_string(range.lowest) + " to " + std::to_string(range.highest);
}

std::vector<int>
ReadList(const Value& list, const IntegerRange& range, int offset)
{
    std::vector<int> numbers;
    for (const Value& item : list.GetItems(numberExpected))
    {
        const auto number = ReadInRange(item, ParseInteger, range, FormatRange(range));
        numbers.push_back(static_cast<int>(number) - offset);
    }
    return numbers;
}

std::string
FormatList(const std::vector<int>& numbers, int offset)
{
    std::string text;
    for (const int number : numbers)
    {
        text += (text.empty() ? "" : ", ") + std::to_string(number + offset);
    }
    return "[" + text + "]";
}

std::string
FormatLists(const std::vector<std::vector<int>>& lists, int offset)
{
    std::string text;
    for (const std::vector<int>& list : lists)
    {
        text += (text.empty() ? "" : ", ") + FormatList(list, offset);
    }
    return "[" + text + "]";
}

} // namespace

Key
MakeTimeKey(const std::string& path,
            ns3::Time& target,
            const Range<ns3::Time>& range,
            const std::string& help)
{
    ValueType type{"time", "a time such as 40ms", "string", "", {}, {}, {}, 0};
    type.pattern = "^" + numberPattern + "(ns|us|ms|s|min|h)$";
    return MakeRangeKey(path, target, range, type, ParseTime, FormatTime, help);
}

Key
MakeTimeKey(const std::string& path,
            std::optional<ns3::Time>& target,
            const Range<ns3::Time>& range,
            const std::string& absent,
            const std::string& help)
{
    ns3::Time unused = range.lowest;
    return MakeOptional(
        MakeTimeKey(path, unused, range, help), target, range, absent, ParseTime, FormatTime);
}

Key
MakeRateKey(const std::string& path,
            ns3::DataRate& target,
            const ns3::DataRate& highest,
            const std::string& help)
{
    ValueType type{"data rate", "a data rate such as 10Mbps", "string", "", {}, {}, {}, 0};
    type.pattern = "^" + numberPattern + "([kKMG]?[bB](ps|/s)|[KMG]i[bB]/s)$";
    const Range<ns3::DataRate> range = {ns3::DataRate(1), highest};
    return MakeRangeKey(path, target, range, type, ParseDataRate, FormatDataRate, help);
}

Key
MakeRateKey(const std::string& path,
            std::optional<ns3::DataRate>& target,
            const ns3::DataRate& highest,
            const std::string& absent,
            const std::string& help)
{
    ns3::DataRate unused = highest;
    return MakeOptional(MakeRateKey(path, unused, highest, help),
                        target,
                        Range<ns3::DataRate>{ns3::DataRate(1), highest},
                        absent,
                        ParseDataRate,
                        FormatDataRate);
}

Key
MakePowerKey(const std::string& path, double& target, Range<double> range, const std::string& help)
{
    ValueType type{"power", "a power such as 20mW", "string", "", {}, {}, {}, 0};
    type.pattern = "^" + numberPattern + "[umk]?W$";
    return MakeRangeKey(path, target, range, type, ParsePower, FormatPower, help);
}

Key
MakeLengthKey(const std::string& path, double& target, Range<double> range, const std::string& help)
{
    ValueType type{"length", "a length such as 20m", "string", "", {}, {}, {}, 0};
    type.pattern = "^" + numberPattern + "[ck]?m$";
    return MakeRangeKey(path, target, range, type, ParseLength, FormatLength, help);
}

Key
MakePowerLevelKey(const std::string& path,
                  double& target,
                  Range<double> range,
                  const std::string& help)
{
    ValueType type{"power level", "a power level such as 16dBm", "string", "", {}, {}, {}, 0};
    type.pattern = "^-?" + numberPattern + "dBm$";
    return MakeRangeKey(path, target, range, type, ParsePowerLevel, FormatPowerLevel, help);
}

Key
MakeDecibelKey(const std::string& path,
               double& target,
               Range<double> range,
               const std::string& help)
{
    ValueType type{"attenuation", "an attenuation such as 10dB", "string", "", {}, {}, {}, 0};
    type.pattern = "^" + numberPattern + "dB$";
    return MakeRangeKey(path, target, range, type, ParseDecibels, FormatDecibels, help);
}

Key
MakeEnergyKey(const std::string& path,
              std::optional<double>& target,
              Range<double> range,
              const std::string& absent,
              const std::string& help)
{
    ValueType type{"energy", "an energy such as 10kJ or 2Wh", "string", "", {}, {}, {}, 0};
    type.pattern = "^" + numberPattern + "([mkM]?J|[mk]?Wh)$";
    double unused = range.lowest;
    Key key = MakeRangeKey(path, unused, range, type, ParseEnergy, FormatEnergy, help);
    key.defaultText = absent;
    key.read = [&target, range, text = key.range](const Value& value) {
        target = ReadInRange(value, ParseEnergy, range, text);
    };
    key.write = [&target]() { return target ? FormatEnergy(*target) : ""; };
    return key;
}

Key
MakeNumberKey(const std::string& path, double& target, Range<double> range, const std::string& help)
{
    ValueType type{"number", "a number such as 0.5", "number", "", {}, {}, {}, 0};
    type.minimum = range.lowest;
    type.maximum = range.highest;
    return MakeRangeKey(path, target, range, type, ParseNumber, FormatNumber, help);
}

Key
MakeIntegerKey(const std::string& path,
               std::uint64_t& target,
               IntegerRange range,
               const std::string& help)
{
    return MakeAnyIntegerKey(path, target, range, help);
}

Key
MakeIntegerKey(const std::string& path,
               std::uint32_t& target,
               IntegerRange range,
               const std::string& help)
{
    return MakeAnyIntegerKey(path, target, range, help);
}

Key
MakeIntegerKey(const std::string& path, int& target, IntegerRange range, const std::string& help)
{
    return MakeAnyIntegerKey(path, target, range, help);
}

Key
MakeIntegerKey(const std::string& path,
               std::optional<std::uint32_t>& target,
               IntegerRange range,
               const std::string& absent,
               const std::string& help)
{
    std::uint64_t unused = range.lowest;
    return MakeOptional(MakeAnyIntegerKey(path, unused, range, help),
                        target,
                        range,
                        absent,
                        ParseInteger,
                        FormatInteger);
}

Key
MakeIntegerListKey(const std::string& path,
                   std::vector<int>& target,
                   IntegerRange range,
                   int offset,
                   const std::string& help)
{
    Key key;
    key.path = path;
    key.type = MakeIntegerType(range);
    key.type.listDepth = 1;
    key.type.name = "list of whole numbers";
    key.type.expected = listExpected;
    key.range = "each " + FormatRange(range);
    key.help = help;
    key.defaultText = FormatList(target, offset);
    key.read = [&target, range, offset](const Value& value) {
        target = ReadList(value, range, offset);
    };
    key.write = [&target, offset]() { return FormatList(target, offset); };
    return key;
}

Key
MakeIntegerListsKey(const std::string& path,
                    std::vector<std::vector<int>>& target,
                    IntegerRange range,
                    int offset,
                    const std::string& help)
{
    std::vector<int> unused;
    Key key = MakeIntegerListKey(path, unused, range, offset, help);
    key.type.listDepth = 2;
    key.type.name = "list of lists of whole numbers";
    key.type.expected = "a list of lists of whole numbers such as [[1, 2], [3, 4]]";
    key.defaultText = FormatLists(target, offset);
    key.read = [&target, range, offset](const Value& value) {
        target.clear();
        for (const Value& item : value.GetItems(listExpected))
        {
            target.push_back(ReadList(item, range, offset));
        }
    };
    key.write = [&target, offset]() { return FormatLists(target, offset); };
    return key;
}

} // namespace simulator
