// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/estimate.h"

#include "analysis/statistics.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace analysis
{

namespace
{

Estimate
EstimateByStudent(const std::vector<double>& values, const std::string& unit)
{
    Estimate estimate;
    estimate.value = Mean(values);
    estimate.basis = std::to_string(values.size()) + " " + unit + (values.size() == 1 ? "" : "s");
    if (values.size() > 1)
    {
        const ConfidenceInterval interval = StudentInterval(values);
        estimate.low = interval.mean - interval.halfWidth;
        estimate.high = interval.mean + interval.halfWidth;
    }
    return estimate;
}

} // namespace

Estimate
Scale(Estimate estimate, double factor)
{
    estimate.value *= factor;
    for (std::optional<double>* bound : {&estimate.low, &estimate.high})
    {
        if (*bound)
        {
            **bound *= factor;
        }
    }
    return estimate;
}

Estimate
EstimateFromRuns(const std::vector<double>& values)
{
    return EstimateByStudent(values, "run");
}

Estimate
EstimateFromPairs(const std::vector<double>& differences)
{
    return EstimateByStudent(differences, "pair");
}

Estimate
EstimateMean(const std::vector<double>& values)
{
    return EstimateByStudent(values, "sample");
}

Estimate
EstimateShare(std::size_t part, std::size_t whole)
{
    if (whole == 0)
    {
        throw std::invalid_argument("share of nothing");
    }
    constexpr double z = 1.959963984540054; // of 95 %
    const auto n = static_cast<double>(whole);
    const double p = static_cast<double>(part) / n;
    const double middle = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {p,
            std::max(0.0, (middle - half) / scale),
            std::min(1.0, (middle + half) / scale),
            std::to_string(whole) + " samples"};
}

Estimate
EstimatePercentile(std::vector<double> values, unsigned percent)
{
    if (values.empty())
    {
        throw std::invalid_argument("percentile of no values");
    }
    using namespace boost::math::policies;
    using Rounded = boost::math::binomial_distribution<
        double,
        policy<discrete_quantile<integer_round_outwards>>>; // never too narrow
    std::sort(values.begin(), values.end());
    const std::size_t count = values.size();
    const Rounded below(static_cast<double>(count), percent / 100.0);
    Estimate estimate;
    estimate.value = values[(count * percent + 99) / 100 - 1];
    estimate.basis = std::to_string(count) + " samples";
    // The largest rank that has at most 2.5 % of the probability below it, and the smallest that
    // has at most 2.5 % above it.
    const auto low = static_cast<std::size_t>(boost::math::quantile(below, 0.025)) + 1;
    const auto high = static_cast<std::size_t>(boost::math::quantile(below, 0.975)) + 1;
    if (boost::math::cdf(below, 0) <= 0.025 && high <= count)
    {
        estimate.low = values[low - 1];
        estimate.high = values[high - 1];
    }
    return estimate;
}

} // namespace analysis
