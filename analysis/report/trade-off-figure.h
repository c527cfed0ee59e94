// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TRADE_OFF_FIGURE_H
#define ANALYSIS_TRADE_OFF_FIGURE_H

#include "analysis/report/trade-off-points.h"

#include <string>

namespace analysis
{

/// Two metrics of all variants against each other, with intervals and the Pareto front, as SVG.
/// Names stand beside the points where all find room; otherwise numbers do, with a key below. Of
/// more variants than are shown one by one, only those on the front have a number.
/// \return empty if no variant has both metrics
std::string DrawTradeOff(const Study& study, const TradeOff& tradeOff);

} // namespace analysis

#endif // ANALYSIS_TRADE_OFF_FIGURE_H
