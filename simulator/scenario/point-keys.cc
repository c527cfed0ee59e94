// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/point-keys.h"

#include "simulator/scenario/quantity.h"

namespace simulator
{

namespace
{

const std::string pointExpected = "a point such as [10, -5.5]";
const std::string coordinateExpected = "a number such as 0.5";

Point
ReadPoint(const Value& value, const Range<double>& range)
{
    const std::vector<Value> items = value.GetItems(coordinateExpected);
    if (items.size() != 2)
    {
        value.Refuse("found " + std::to_string(items.size()) + " numbers, expected " +
                     pointExpected);
    }
    Point point;
    MakeNumberKey("", point.x, range, "").read(items[0]);
    MakeNumberKey("", point.y, range, "").read(items[1]);
    return point;
}

std::string
FormatPoints(const std::vector<Point>& points)
{
    std::string text;
    for (const Point& point : points)
    {
        text += (text.empty() ? "[" : ", [") + FormatNumber(point.x) + ", " +
                FormatNumber(point.y) + "]";
    }
    return "[" + text + "]";
}

} // namespace

Key
MakePointsKey(const std::string& path,
              std::vector<Point>& target,
              const Range<double>& range,
              const std::string& help)
{
    double unused = range.lowest;
    Key key = MakeNumberKey(path, unused, range, help);
    key.type.listDepth = 2;
    key.type.name = "list of points";
    key.type.expected = "a list of points such as [[10, 0], [0, -5.5]]";
    key.range = "each number " + key.range;
    key.defaultText = FormatPoints(target);
    key.read = [&target, range](const Value& value) {
        target.clear();
        for (const Value& item : value.GetItems(pointExpected))
        {
            target.push_back(ReadPoint(item, range));
        }
    };
    key.write = [&target]() { return FormatPoints(target); };
    return key;
}

} // namespace simulator
