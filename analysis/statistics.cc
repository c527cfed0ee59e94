// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/statistics.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace analysis
{

double
Mean(const std::vector<double>& values)
{
    if (values.empty())
    {
        throw std::invalid_argument("mean of no values");
    }
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double
Mean(const std::vector<std::int64_t>& values)
{
    return Mean(std::vector<double>(values.begin(), values.end()));
}

std::int64_t
Percentile(std::vector<std::int64_t> values, unsigned percent)
{
    if (values.empty() || percent < 1 || percent > 100)
    {
        throw std::invalid_argument("percentile of no values, or not from 1 to 100");
    }
    const std::size_t rank = (values.size() * percent + 99) / 100;
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

ConfidenceInterval
StudentInterval(const std::vector<double>& values)
{
    if (values.size() < 2)
    {
        throw std::invalid_argument("confidence interval of fewer than two values");
    }
    const double mean = Mean(values);
    double squares = 0;
    for (const double value : values)
    {
        squares += (value - mean) * (value - mean);
    }
    const auto count = static_cast<double>(values.size());
    const boost::math::students_t distribution(count - 1);
    const double t = boost::math::quantile(distribution, 0.975);
    return {mean, t * std::sqrt(squares / (count - 1) / count)};
}

} // namespace analysis
