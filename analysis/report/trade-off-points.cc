// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/trade-off-points.h"

#include <algorithm>
#include <cctype>

namespace analysis
{

namespace
{

using nlohmann::json;

json
MakePoint(const TradeOff& tradeOff, const Estimate& x, const Estimate& y)
{
    return {{"x", x.value},
            {"y", y.value},
            {"xLow", std::max(x.low.value_or(x.value), x.value * 0.01)},
            {"xHigh", x.high.value_or(x.value)},
            {"yLow", y.low.value_or(y.value)},
            {"yHigh", y.high.value_or(y.value)},
            {"xText", FormatValue(tradeOff.x, x.value)},
            {"yText", FormatValue(tradeOff.y, y.value)},
            {"xRange", FormatInterval(tradeOff.x, x)},
            {"yRange", FormatInterval(tradeOff.y, y)}};
}

} // namespace

TradeOff
GetAccuracyTradeOff()
{
    return {GetMetric("payload_bytes"), GetMetric("accuracy_percent"), Goal::SmallAndLarge};
}

TradeOff
GetLatencyTradeOff()
{
    return {GetMetric("wire_bytes_per_sample"), GetMetric("latency_p95_ms"), Goal::SmallAndSmall};
}

std::string
NameAxis(const Metric& metric)
{
    return std::string(metric.title) + " (" + metric.unit + ")";
}

std::string
NameTradeOff(const TradeOff& tradeOff)
{
    std::string x = tradeOff.x.title;
    x.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(x.front())));
    return std::string(tradeOff.y.title) + " against " + x;
}

json
MakeTradeOffPoints(const Study& study, const TradeOff& tradeOff)
{
    json points = json::array();
    const std::size_t step =
        (study.variants.size() + greatestTradeOffPoints - 1) / greatestTradeOffPoints;
    for (std::size_t i = 0; i < study.variants.size(); i += step)
    {
        const auto x = tradeOff.x.estimate(study.variants[i]);
        const auto y = tradeOff.y.estimate(study.variants[i]);
        if (x && y && x->value > 0)
        {
            json point = MakePoint(tradeOff, *x, *y);
            point["number"] = i + 1;
            point["series"] = study.variants[i].label;
            points.push_back(std::move(point));
        }
    }
    MarkParetoFront(points, tradeOff.goal);
    return points;
}

ValueRange
FindRange(const json& points, const std::string& axis)
{
    ValueRange range = {points.front()[axis + "Low"], points.front()[axis + "High"]};
    for (const json& point : points)
    {
        range.lowest = std::min(range.lowest, point[axis + "Low"].get<double>());
        range.highest = std::max(range.highest, point[axis + "High"].get<double>());
    }
    return range;
}

} // namespace analysis
