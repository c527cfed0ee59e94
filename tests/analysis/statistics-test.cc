// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

using namespace analysis;

TEST(Statistics, MeanIsSumOverCount)
{
    EXPECT_DOUBLE_EQ(Mean(std::vector<double>{1, 2, 6}), 3);
    EXPECT_DOUBLE_EQ(Mean(std::vector<std::int64_t>{1, 2}), 1.5);
    EXPECT_THROW(Mean(std::vector<double>{}), std::invalid_argument);
}

// The textbook example of the nearest-rank method.
TEST(Statistics, PercentileIsNearestRank)
{
    const std::vector<std::int64_t> values = {50, 15, 40, 20, 35};
    EXPECT_EQ(Percentile(values, 5), 15);
    EXPECT_EQ(Percentile(values, 30), 20);
    EXPECT_EQ(Percentile(values, 40), 20);
    EXPECT_EQ(Percentile(values, 50), 35);
    EXPECT_EQ(Percentile(values, 100), 50);
}

TEST(Statistics, PercentileOfManyIsExact)
{
    std::vector<std::int64_t> values;
    for (int i = 1; i <= 200; ++i)
    {
        values.push_back(201 - i);
    }
    EXPECT_EQ(Percentile(values, 50), 100);
    EXPECT_EQ(Percentile(values, 95), 190);
    EXPECT_EQ(Percentile(values, 99), 198);
}

TEST(Statistics, PercentileOfOneIsThatOne)
{
    EXPECT_EQ(Percentile({7}, 1), 7);
    EXPECT_EQ(Percentile({7}, 99), 7);
}

TEST(Statistics, PercentileRefusesNonsense)
{
    EXPECT_THROW(Percentile({}, 50), std::invalid_argument);
    EXPECT_THROW(Percentile({1}, 0), std::invalid_argument);
    EXPECT_THROW(Percentile({1}, 101), std::invalid_argument);
}

// Mean 3, s = sqrt(10 / 4), t(0.975, 4) = 2.776445 of the printed tables.
TEST(Statistics, StudentIntervalOfFive)
{
    const ConfidenceInterval interval = StudentInterval({1, 2, 3, 4, 5});
    EXPECT_DOUBLE_EQ(interval.mean, 3);
    EXPECT_NEAR(interval.halfWidth, 2.776445 * std::sqrt(2.5) / std::sqrt(5.0), 1e-6);
}

// t(0.975, 1) = 12.7062; s = sqrt(2), so the half width is t * sqrt(2) / sqrt(2).
TEST(Statistics, StudentIntervalOfTwo)
{
    EXPECT_NEAR(StudentInterval({4, 6}).halfWidth, 12.7062, 1e-4);
}

TEST(Statistics, StudentIntervalOfEqualValuesIsAPoint)
{
    EXPECT_EQ(StudentInterval({2, 2, 2}).halfWidth, 0);
    EXPECT_THROW(StudentInterval({2}), std::invalid_argument);
}
