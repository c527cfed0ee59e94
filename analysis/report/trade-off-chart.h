// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TRADE_OFF_CHART_H
#define ANALYSIS_TRADE_OFF_CHART_H

#include "analysis/report/trade-off-points.h"

#include <string>

namespace analysis
{

/// Two metrics against each other, and the variants that no other one beats in both. Empty if no
/// variant has both.
/// \param id of the chart, unique on the page
std::string RenderTradeOff(const Study& study, const char* id, const TradeOff& tradeOff);

} // namespace analysis

#endif // ANALYSIS_TRADE_OFF_CHART_H
