// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "nn/network/evaluation.h"
#include "nn/network/hierarchical-network.h"
#include "test-networks.h"

#include <gtest/gtest.h>

namespace nn::test
{

namespace
{

Classification
Say(int prediction, double entropy)
{
    Classification result;
    result.prediction = prediction;
    result.entropy = entropy;
    return result;
}

/// Four samples of two devices, label 1 each:
///   local right (0.2), cloud wrong;  local wrong (0.5), cloud right;
///   local right (0.9), cloud right;  nothing arrived.
Evaluation
MakeEvaluation()
{
    std::vector<SampleEvaluation> samples(4);
    samples[0].local = Say(1, 0.2);
    samples[0].cloud = Say(0, 0.1);
    samples[1].local = Say(0, 0.5);
    samples[1].cloud = Say(1, 0.1);
    samples[2].local = Say(1, 0.9);
    samples[2].cloud = Say(1, 0.1);
    for (SampleEvaluation& sample : samples)
    {
        sample.label = 1;
        sample.devices = {1, 0};
        sample.seen = {true, false};
    }
    samples[3].devices = {0, 1};
    samples[3].seen = {true, true};
    return {MakeDescription(2), 32, samples};
}

TEST(Evaluation, AccuraciesByHand)
{
    const Evaluation evaluation = MakeEvaluation();
    EXPECT_EQ(evaluation.GetLocalAccuracy(), 0.5);
    EXPECT_EQ(evaluation.GetCloudAccuracy(), 0.5);
    EXPECT_EQ(evaluation.GetEdgeAccuracy(), 0.0);
    EXPECT_EQ(evaluation.GetDeviceAccuracy(0), 0.75);
    EXPECT_EQ(evaluation.GetDeviceAccuracy(1), 0.25);
    EXPECT_EQ(evaluation.GetSeenDeviceAccuracy(0), 0.75);
    EXPECT_EQ(evaluation.GetSeenDeviceAccuracy(1), 1.0);
}

/// T = 0.5: samples 0 (right) and 1 (wrong) exit locally, 2 in the cloud (right), 3 is lost.
/// Bytes: 4 * 3 + (1 - 0.5) * 32 = 28.
TEST(Evaluation, ThresholdsByHand)
{
    const ThresholdResult result = MakeEvaluation().GetResult({0.5, 0.8});
    EXPECT_EQ(result.local, 0.5);
    EXPECT_EQ(result.edge, 0.0);
    EXPECT_EQ(result.cloud, 0.25);
    EXPECT_EQ(result.lost, 0.25);
    EXPECT_EQ(result.accuracy, 0.5);
    EXPECT_EQ(result.bytes, 28.0);
    EXPECT_EQ(MakeEvaluation().GetResult({0.2, 0.8}).accuracy, 0.75);
}

/// The evaluation is what NetworkInference::Classify answers, for any thresholds.
TEST(Evaluation, AgreesWithClassify)
{
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        const MultiViewDataSet dataset = MakeDataSet(description, 20, 1);
        const NetworkInference network(MakeNetwork(description, dataset, 1));
        const std::vector<int> failed =
            description.GetDeviceCount() > 1 ? std::vector<int>{1} : std::vector<int>{};
        const Evaluation evaluation = Evaluate(network, dataset, Count(20), failed);
        for (const SampleEvaluation& sample : evaluation.GetSamples())
        {
            std::vector<const std::uint8_t*> views;
            for (const int camera : description.cameras)
            {
                views.push_back(dataset.GetView(sample.sample, camera));
            }
            if (!failed.empty())
            {
                views[1] = nullptr;
            }
            for (const double threshold : {0.0, 0.7, 0.9, 1.0})
            {
                const Thresholds thresholds{threshold, threshold};
                const Answer expected = network.Classify(views, thresholds);
                const Answer answer = evaluation.GetAnswer(sample, thresholds);
                EXPECT_EQ(answer.exit, expected.exit);
                EXPECT_EQ(answer.prediction, expected.prediction);
                EXPECT_EQ(answer.localEntropy, expected.localEntropy);
                EXPECT_EQ(answer.edgeEntropy, expected.edgeEntropy);
            }
        }
    }
}

/// Raw views cost their size, whatever the thresholds: there is no local exit.
TEST(Evaluation, BytesOfRawViews)
{
    NetworkDescription description = MakeDescription(2);
    description.device.filters = {};
    const MultiViewDataSet dataset = MakeDataSet(description, 8, 1);
    const NetworkInference network(MakeNetwork(description, dataset, 1));
    const Evaluation evaluation = Evaluate(network, dataset, Count(8));
    EXPECT_EQ(evaluation.GetResult({1, 1}).bytes, 192.0);
    EXPECT_EQ(evaluation.GetLocalAccuracy(), 0.0);
}

TEST(Evaluation, AllDevicesMissing)
{
    const NetworkDescription description = MakeDescription(2);
    const MultiViewDataSet dataset = MakeDataSet(description, 8, 1);
    const NetworkInference network(MakeNetwork(description, dataset, 1));
    EXPECT_EQ(Evaluate(network, dataset, Count(8), {0, 1}).GetResult({}).lost, 1.0);
    EXPECT_THROW(Evaluate(network, dataset, Count(8), {2}), InputError);
    EXPECT_THROW(Evaluate(network, dataset, Count(8), {-1}), InputError);
}

} // namespace

} // namespace nn::test
