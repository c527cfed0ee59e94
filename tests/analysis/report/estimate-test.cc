// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/estimate.h"

#include <gtest/gtest.h>

#include <numeric>

using namespace analysis;

// p = 159 / 171 = 0.929825, z^2 = 3.841459. Middle: p + z^2 / 342 = 0.941057. Half: z sqrt(p (1 -
// p) / 171 + z^2 / (4 x 171^2)) = 1.959964 x sqrt(0.000381587 + 0.0000328430) = 0.0399002. Both
// over 1 + z^2 / 171 = 1.0224647.
TEST(Estimate, AShareHasWilsonsInterval)
{
    const Estimate share = EstimateShare(159, 171);
    EXPECT_DOUBLE_EQ(share.value, 159.0 / 171);
    EXPECT_NEAR(share.low.value(), 0.881357, 2e-6);
    EXPECT_NEAR(share.high.value(), 0.959404, 2e-6);
    EXPECT_EQ(share.basis, "171 samples");
}

TEST(Estimate, ASharesIntervalStaysWithinZeroAndOne)
{
    // z^2 / (n + z^2) with n = 10: 0.277533.
    EXPECT_EQ(EstimateShare(0, 10).low, 0);
    EXPECT_NEAR(EstimateShare(0, 10).high.value(), 0.277533, 1e-6);
    EXPECT_DOUBLE_EQ(EstimateShare(10, 10).high.value(), 1);
    EXPECT_THROW(EstimateShare(0, 0), std::invalid_argument);
}

// Of ten values, as many as Binomial(10, 1/2) lie below the median. P(0 or 1) = 11 / 1024 = 1.1 %,
// P(0 to 2) = 5.5 %: so the median lies above the second value with at least 97.5 %, and below the
// ninth.
TEST(Estimate, AMedianLiesBetweenOrderStatistics)
{
    const Estimate median = EstimatePercentile({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 50);
    EXPECT_EQ(median.value, 5); // nearest rank
    EXPECT_EQ(median.low, 2);
    EXPECT_EQ(median.high, 9);
}

TEST(Estimate, TooFewValuesHaveNoInterval)
{
    // Five values: P(0) = 1 / 32 = 3.1 % is more than 2.5 %.
    EXPECT_FALSE(EstimatePercentile({1, 2, 3, 4, 5}, 50).low.has_value());
    // p95 of 50: the 50th value is above it with 1 - 0.95^50 = 92 % only.
    std::vector<double> values(50);
    std::iota(values.begin(), values.end(), 1);
    EXPECT_FALSE(EstimatePercentile(values, 95).high.has_value());
    EXPECT_EQ(EstimatePercentile(values, 95).value, 48);
}

// Mean 2, s = 1, t(0.975, 2) = 4.302653: half width 4.302653 / sqrt(3) = 2.484138.
TEST(Estimate, RunsHaveStudentsInterval)
{
    const Estimate estimate = EstimateFromRuns({1, 2, 3});
    EXPECT_EQ(estimate.value, 2);
    EXPECT_NEAR(estimate.low.value(), 2 - 2.484138, 1e-6);
    EXPECT_NEAR(estimate.high.value(), 2 + 2.484138, 1e-6);
    EXPECT_EQ(estimate.basis, "3 runs");
    EXPECT_EQ(EstimateFromRuns({1}).basis, "1 run");
    EXPECT_FALSE(EstimateFromRuns({1}).low.has_value());
}
