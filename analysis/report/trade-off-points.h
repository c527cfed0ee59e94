// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TRADE_OFF_POINTS_H
#define ANALYSIS_TRADE_OFF_POINTS_H

#include "analysis/report/metrics.h"
#include "analysis/report/pareto.h"
#include "analysis/report/study.h"

namespace analysis
{

/// Two metrics against each other.
struct TradeOff
{
    const Metric& x;
    const Metric& y;
    Goal goal = Goal::SmallAndLarge;
};

/// Accuracy against payload.
TradeOff GetAccuracyTradeOff();
/// The 95th percentile of the latency against the bytes on all links.
TradeOff GetLatencyTradeOff();

/// "Accuracy (%)".
std::string NameAxis(const Metric& metric);
/// "Accuracy against payload per device and sample".
std::string NameTradeOff(const TradeOff& tradeOff);

/// Points of one chart, at most: what is drawn must stay small whatever was simulated.
constexpr std::size_t greatestTradeOffPoints = 1000;

/// The variants that have both metrics, with x greater than 0; of very many, evenly spread ones.
/// Each has `number` (of the variant, from 1), `series` (its label), `x`, `y`, `xLow`, `xHigh`,
/// `yLow`, `yHigh` (the value itself where there is no interval), all of them as texts, and `best`
/// if it is on the Pareto front.
nlohmann::json MakeTradeOffPoints(const Study& study, const TradeOff& tradeOff);

struct ValueRange
{
    double lowest = 0;
    double highest = 0;
};

/// \param axis x or y
/// \return of the values of at least one point and their intervals
ValueRange FindRange(const nlohmann::json& points, const std::string& axis);

} // namespace analysis

#endif // ANALYSIS_TRADE_OFF_POINTS_H
