// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_DIFFERENCES_H
#define ANALYSIS_DIFFERENCES_H

#include "analysis/report/figure-table.h"
#include "analysis/report/metrics.h"

#include <cstddef>
#include <optional>

namespace analysis
{

/// Paired difference of a metric: mean of (variant - baseline) over the pairs of runs with the same
/// seed and the same number of the replication, with the interval of that mean (Student's t). Such
/// runs draw the same random numbers, so that what both have in common goes out. Of one pair the
/// value alone; none: no pair has the metric.
std::optional<Estimate> EstimateDifference(const Metric& metric,
                                           const Variant& variant,
                                           const Variant& baseline);

/// Whether some variant has at least two such pairs with the first one.
bool HasPairs(const Study& study);

/// Of percentages: points.
std::string GetDifferenceUnit(const Metric& metric);

/// All variants but the first, against it. What is not zero, by its interval and with
/// the digits shown, is strong.
/// \param most variants
FigureTable MakeDifferenceTable(const Study& study, std::size_t most);

} // namespace analysis

#endif // ANALYSIS_DIFFERENCES_H
