// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STATISTICS_H
#define ANALYSIS_STATISTICS_H

#include <cstdint>
#include <vector>

namespace analysis
{

/// Arithmetic mean.
/// \throw std::invalid_argument if there are no values
double Mean(const std::vector<double>& values);
double Mean(const std::vector<std::int64_t>& values);

/// Exact percentile by nearest rank: the smallest of the values such that at least `percent` % of
/// all values are no greater. With n values in ascending order it is value number
/// ceil(percent * n / 100), counted from 1: always one of the values, never interpolated.
/// \param percent 1 to 100
/// \throw std::invalid_argument if there are no values or the percentage is out of range
std::int64_t Percentile(std::vector<std::int64_t> values, unsigned percent);

/// A mean and the half width of its confidence interval.
struct ConfidenceInterval
{
    double mean = 0;
    double halfWidth = 0;
};

/// Two-sided 95 % confidence interval of the mean of independent replications, Student's t with
/// n - 1 degrees of freedom: mean +- t(0.975, n - 1) * s / sqrt(n), where s is the sample standard
/// deviation (divisor n - 1).
/// \throw std::invalid_argument if there are fewer than two values
ConfidenceInterval StudentInterval(const std::vector<double>& values);

} // namespace analysis

#endif // ANALYSIS_STATISTICS_H
