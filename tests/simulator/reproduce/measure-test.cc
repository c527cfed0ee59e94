// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/measure.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

/// Four samples of class 0; the local exit is right but for the last, the cloud for the first.
TrainingResult
MakeResult(const std::vector<double>& entropies)
{
    std::vector<nn::SampleEvaluation> samples;
    for (const double entropy : entropies)
    {
        nn::SampleEvaluation sample;
        sample.local.entropy = entropy;
        sample.local.prediction = samples.size() + 1 == entropies.size() ? 1 : 0;
        sample.cloud.prediction = samples.empty() ? 1 : 0;
        samples.push_back(sample);
    }
    nn::NetworkDescription network;
    network.cameras = {0};
    network.device.filters = {4};
    return {nn::Evaluation(network, 128, samples), {}, 0};
}

} // namespace

TEST(Measure, ByHand)
{
    const TrainingResult result = MakeResult({0.9, 0.1, 0.8, 0.95});
    EXPECT_DOUBLE_EQ(GetLocalPercent(result), 75);
    EXPECT_DOUBLE_EQ(GetCloudPercent(result), 75);
    EXPECT_DOUBLE_EQ(GetExitPercent(result), 50);    // 0.1 and, at most 0.8, 0.8
    EXPECT_DOUBLE_EQ(GetOverallPercent(result), 75); // of the two others the cloud gets one
}

TEST(Measure, OneValueForEachResult)
{
    const auto cell =
        Measure({MakeResult({0.5}), MakeResult({0.9, 0.1, 0.8, 0.95})}, GetLocalPercent, 98);
    EXPECT_EQ(cell.values, (std::vector<double>{0, 75}));
    EXPECT_EQ(cell.published, 98);
}
