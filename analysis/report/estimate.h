// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_ESTIMATE_H
#define ANALYSIS_ESTIMATE_H

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// A figure with its 95 % confidence interval, and what the interval is about.
struct Estimate
{
    double value = 0;
    std::optional<double> low; //!< none: too few values for an interval
    std::optional<double> high;
    std::string basis; //!< "3 runs", "171 samples"
};

/// The same in another unit.
Estimate Scale(Estimate estimate, double factor);

/// Mean over independent runs, Student's t; of one run the value alone.
/// \throw std::invalid_argument if there are no values
Estimate EstimateFromRuns(const std::vector<double>& values);

/// Mean difference of paired runs, likewise.
Estimate EstimateFromPairs(const std::vector<double>& differences);

/// A share of independent samples, Wilson's score interval: with p = part / whole, n = whole and
/// z = 1.96, (p + z^2 / 2n +- z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n).
/// \throw std::invalid_argument if whole is 0
Estimate EstimateShare(std::size_t part, std::size_t whole);

/// Mean over independent samples, Student's t.
/// \throw std::invalid_argument if there are no values
Estimate EstimateMean(const std::vector<double>& values);

/// Percentile by nearest rank of independent samples. Its interval ends at two of the values, whose
/// ranks come from the binomial distribution; it supposes nothing about the distribution of the
/// values.
/// \param percent 1 to 100
/// \throw std::invalid_argument if there are no values
Estimate EstimatePercentile(std::vector<double> values, unsigned percent);

} // namespace analysis

#endif // ANALYSIS_ESTIMATE_H
