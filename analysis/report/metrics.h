// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_METRICS_H
#define ANALYSIS_METRICS_H

#include "analysis/report/estimate.h"
#include "analysis/report/figure-axis.h"
#include "analysis/report/study.h"

#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// A figure that variants are compared by.
struct Metric
{
    const char* name;  //!< for files, with the unit: "accuracy_percent"
    const char* title; //!< for people
    const char* unit;
    int digits; //!< behind the decimal point
    /// In the unit above; none: the variant does not have it.
    std::optional<Estimate> (*estimate)(const Variant& variant);
    /// Of one run, in the same unit.
    std::optional<double> (*ofRun)(const StudyRun& run);
};

/// In the order in which people look. The intervals are those of replications if there are any,
/// otherwise those of the samples of the one run, taken as independent.
const std::vector<Metric>& GetMetrics();

/// \throw std::out_of_range if there is no such metric
const Metric& GetMetric(const std::string& name);

/// Of an axis of its values; shares are never on a logarithmic one.
AxisScale ChooseScale(const Metric& metric, double lowest, double highest);

/// "93.0 %", with the digits and the unit of the metric.
std::string FormatValue(const Metric& metric, double value);
/// "88.1 to 95.9 %", or empty if there is no interval.
std::string FormatInterval(const Metric& metric, const Estimate& estimate);

} // namespace analysis

#endif // ANALYSIS_METRICS_H
