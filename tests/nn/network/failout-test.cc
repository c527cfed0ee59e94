// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "nn/network/failout.h"
#include "nn/network/partial-aggregation.h"
#include "nn/network/pointers.h"
#include "nn/network/score-aggregation.h"
#include "nn/network/tier-outputs.h"
#include "nn/network/trainer.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn::test
{

namespace
{

constexpr int sampleCount = 24;

TEST(Failout, NothingIsDrawnWithoutFailures)
{
    SplitMix64 random(1);
    EXPECT_TRUE(DrawFailures(random, 3, 10, 0).IsComplete());
    EXPECT_EQ(random.Next(), SplitMix64(1).Next());
}

/// Two devices that fail with probability 1/2 each: of the four equally likely patterns the one
/// without any device is drawn again, the others have 1/3 each. 30000 samples: standard deviation
/// sqrt(1/3 2/3 / 30000) = 0.0027.
TEST(Failout, PatternsOfTwoDevices)
{
    constexpr int samples = 30000;
    SplitMix64 random(7);
    const Presence presence = DrawFailures(random, 2, samples, 0.5);
    double counts[2][2] = {};
    for (int sample = 0; sample < samples; ++sample)
    {
        counts[presence.Has(0, sample) ? 1 : 0][presence.Has(1, sample) ? 1 : 0] += 1.0 / samples;
    }
    EXPECT_EQ(counts[0][0], 0);
    EXPECT_NEAR(counts[0][1], 1.0 / 3, 0.011);
    EXPECT_NEAR(counts[1][0], 1.0 / 3, 0.011);
    EXPECT_NEAR(counts[1][1], 1.0 / 3, 0.011);
}

TEST(Failout, TheOnlyDeviceNeverFails)
{
    SplitMix64 random(3);
    const Presence presence = DrawFailures(random, 1, 50, 0.9);
    for (int sample = 0; sample < 50; ++sample)
    {
        EXPECT_TRUE(presence.Has(0, sample));
    }
}

/// Three devices, two samples; device 1 fails for sample 0, devices 0 and 2 for sample 1.
Presence
MakePresence()
{
    Presence presence(3, 2);
    presence.Remove(1, 0);
    presence.Remove(0, 1);
    presence.Remove(2, 1);
    return presence;
}

TEST(Failout, PresenceOfGroups)
{
    const Presence presence = MakePresence();
    EXPECT_EQ(presence.Count(0), 2);
    EXPECT_EQ(presence.Count(1), 1);
    const Presence group = presence.Select({2, 1});
    EXPECT_TRUE(group.Has(0, 0));
    EXPECT_FALSE(group.Has(1, 0));
    EXPECT_FALSE(group.Has(0, 1));
    EXPECT_TRUE(group.Has(1, 1));
    const Presence edges = presence.Join({{0, 2}, {1}});
    EXPECT_TRUE(edges.Has(0, 0));
    EXPECT_FALSE(edges.Has(1, 0));
    EXPECT_FALSE(edges.Has(0, 1));
    EXPECT_TRUE(edges.Has(1, 1));
    EXPECT_TRUE(Presence().Join({{0, 2}, {1}}).IsComplete());
}

class PartialMaps : public testing::Test
{
  protected:
    /// Two samples of a map of two activations.
    static FeatureBatch Make(std::vector<std::int16_t> values)
    {
        FeatureBatch map({1, 1, 2}, 2, 1);
        map.values = std::move(values);
        return map;
    }

    FeatureBatch Aggregate(Aggregation aggregation) const
    {
        return AggregatePresentMaps(aggregation, GetPointers(m_maps), m_presence);
    }

    std::vector<std::vector<float>> Distribute(Aggregation aggregation,
                                               const std::vector<float>& gradient) const
    {
        return DistributePresentMapGradient(aggregation, GetPointers(m_maps), gradient, m_presence);
    }

    std::vector<FeatureBatch> m_maps = {
        Make({-1, -1, 1, 1}), Make({1, 1, -1, 1}), Make({1, -1, 1, 1})};
    Presence m_presence = MakePresence();
};

using Values = std::vector<std::int16_t>;
using Reals = std::vector<float>;

/// Sample 0: maps 0 and 2; sample 1: map 1 alone.
TEST_F(PartialMaps, MaxAndConcatenate)
{
    EXPECT_EQ(Aggregate(Aggregation::Max).values, Values({1, -1, -1, 1}));
    EXPECT_EQ(Aggregate(Aggregation::Concatenate).values,
              Values({-1, -1, 0, 0, 1, -1, 0, 0, -1, 1, 0, 0}));
}

/// Least common multiple of 1, 2, 3: 6. Sample 0: sums 0 and -2 of two maps, times 6 / 2; sample 1:
/// times 6.
TEST_F(PartialMaps, AverageHasOneDivisor)
{
    const FeatureBatch average = Aggregate(Aggregation::Average);
    EXPECT_EQ(average.divisor, 6);
    EXPECT_EQ(average.values, Values({0, -6, -6, 6}));
    EXPECT_EQ(GetCommonDivisor(12), 27720);
    EXPECT_EQ(GetCommonDivisor(13), 0); // 360360 is too much for 16 bits
}

TEST_F(PartialMaps, Gradients)
{
    const auto max = Distribute(Aggregation::Max, {1, 2, 3, 4});
    EXPECT_EQ(max[0], Reals({0, 2, 0, 0}));
    EXPECT_EQ(max[1], Reals({0, 0, 3, 4}));
    EXPECT_EQ(max[2], Reals({1, 0, 0, 0}));
    const auto average = Distribute(Aggregation::Average, {1, 2, 3, 4});
    EXPECT_EQ(average[0], Reals({3, 6, 0, 0}));
    EXPECT_EQ(average[1], Reals({0, 0, 18, 24}));
    EXPECT_EQ(average[2], Reals({3, 6, 0, 0}));
    const auto stacked =
        Distribute(Aggregation::Concatenate, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    EXPECT_EQ(stacked[0], Reals({1, 2, 0, 0}));
    EXPECT_EQ(stacked[1], Reals({0, 0, 9, 10}));
    EXPECT_EQ(stacked[2], Reals({5, 6, 0, 0}));
}

TEST_F(PartialMaps, NothingThereIsZero)
{
    m_presence.Remove(1, 1);
    EXPECT_EQ(Aggregate(Aggregation::Max).values, Values({1, -1, 0, 0}));
    EXPECT_EQ(Distribute(Aggregation::Average, {1, 2, 3, 4})[1], Reals({0, 0, 0, 0}));
}

/// The same failures; scores of two classes.
TEST(Failout, ScoresByHand)
{
    std::vector<RealBatch> scores(3, RealBatch(2, 2));
    scores[0].values = {1, 2, 9, 9};
    scores[1].values = {9, 9, -5, -6};
    scores[2].values = {3, 1, 9, 9};
    SplitMix64 random(1);
    RealBatch gradient(2, 2);
    gradient.values = {2, 4, 6, 8};
    ScoreAggregation::Tape tape;
    ScoreAggregation max(Aggregation::Max, 3, 2, random);
    EXPECT_EQ(max.Forward(scores, MakePresence(), 0.1, tape).values, Reals({3, 2, -5, -6}));
    std::vector<RealBatch> parts = max.Backward(gradient, tape);
    EXPECT_EQ(parts[0].values, Reals({0, 4, 0, 0}));
    EXPECT_EQ(parts[1].values, Reals({0, 0, 6, 8}));
    EXPECT_EQ(parts[2].values, Reals({2, 0, 0, 0}));
    ScoreAggregation average(Aggregation::Average, 3, 2, random);
    EXPECT_EQ(average.Forward(scores, MakePresence(), 0.1, tape).values, Reals({2, 1.5, -5, -6}));
    parts = average.Backward(gradient, tape);
    EXPECT_EQ(parts[0].values, Reals({1, 2, 0, 0}));
    EXPECT_EQ(parts[1].values, Reals({0, 0, 6, 8}));
    EXPECT_EQ(parts[2].values, Reals({1, 2, 0, 0}));
}

/// Gives a network the statistics with which Forward has just normalized a batch: the stored
/// variance is the unbiased one, that of the batch is not.
void
MakeVariancesBiased(HierarchicalNetwork& network)
{
    const MapShape device = network.GetDevices().front().GetOutputShape();
    const auto halve = [](int side) { return (side + 1) / 2; };
    const MapShape above = {0, halve(device.height), halve(device.width)};
    const bool edges = !network.GetEdges().empty();
    const int places[] = {device.height * device.width,
                          above.height * above.width,
                          edges ? halve(above.height) * halve(above.width)
                                : above.height * above.width};
    for (const NamedTensor& named : network.GetTensors())
    {
        const std::string& name = named.name;
        const bool block = name.find(".blocks.") != std::string::npos;
        const int tier = name.rfind("devices", 0) == 0 ? 0 : (name.rfind("edges", 0) == 0 ? 1 : 2);
        const double count = sampleCount * (block ? places[tier] : 1);
        for (float& value : named.tensor->value)
        {
            const bool isVariance = name.size() > 4 && name.substr(name.size() - 4) == ".var";
            value *= isVariance ? static_cast<float>((count - 1) / count) : 1.0F;
        }
    }
}

class FailoutTrees : public testing::TestWithParam<NetworkDescription>
{
  protected:
    MultiViewDataSet m_dataset = MakeDataSet(GetParam(), sampleCount, 3);
};

/// All aggregations, with and without edges, with one block in each section.
std::vector<NetworkDescription>
MakeTrees()
{
    std::vector<NetworkDescription> trees;
    for (const NetworkDescription& network : MakeManyDescriptions())
    {
        const bool oneBlock =
            network.device.filters.size() == 1 && network.cloud.filters.size() == 1;
        if (oneBlock && network.GetDeviceCount() < 13)
        {
            trees.push_back(network);
        }
    }
    return trees;
}

INSTANTIATE_TEST_SUITE_P(Trees, FailoutTrees, testing::ValuesIn(MakeTrees()));

void
ExpectNear(const std::vector<float>& scores, const RealBatch& batch, int sample)
{
    for (int k = 0; k < batch.width; ++k)
    {
        EXPECT_NEAR(scores[k], batch.GetRow(sample)[k], 1e-4) << sample;
    }
}

/// With the statistics of the batch, a forward pass with failures gives the scores of inference
/// without the views of the devices that have failed.
TEST_P(FailoutTrees, ForwardEqualsInferenceWithMissingViews)
{
    HierarchicalNetwork network(GetParam(), 5);
    SplitMix64 random(11);
    const int devices = GetParam().GetDeviceCount();
    const Presence presence = DrawFailures(random, devices, sampleCount, 0.4);
    HierarchicalNetwork::Tape tape;
    Workers workers(1);
    const NetworkScores scores =
        network.Forward(GatherViews(m_dataset, Count(sampleCount), GetParam().cameras),
                        BatchNormalization::replacingMomentum,
                        tape,
                        workers,
                        presence);
    MakeVariancesBiased(network);
    const NetworkInference inference(network);
    for (int sample = 0; sample < sampleCount; ++sample)
    {
        std::vector<const std::uint8_t*> views;
        for (int device = 0; device < devices; ++device)
        {
            views.push_back(presence.Has(device, sample) ? m_dataset.GetView(sample, device)
                                                         : nullptr);
        }
        TierOutputs outputs = RunDevices(inference, views);
        ExpectNear(
            inference.GetLocalExit()->Classify(GetScores(outputs)).scores, scores.local, sample);
        if (const auto exit = inference.GetEdgeExit())
        {
            outputs = RunEdges(inference, outputs);
            ExpectNear(exit->Classify(GetScores(outputs)).scores, scores.edge, sample);
        }
        ExpectNear(RunCloud(inference, outputs).scores, scores.cloud, sample);
    }
}

/// Finite differences of the loss of a step with failures, for the parameters on which it depends
/// smoothly: gamma and beta of all exits.
TEST_P(FailoutTrees, GradientsWithFailures)
{
    TrainingSettings settings;
    settings.failout = 0.4;
    const HierarchicalNetwork start(GetParam(), 5);
    const auto getLoss = [&](const std::string& name, std::size_t i, float step) {
        HierarchicalNetwork network = start;
        GetTensor(network, name).value[i] += step;
        return Trainer(network, settings).Step(m_dataset, Count(sampleCount));
    };
    HierarchicalNetwork network = start;
    Trainer(network, settings).Step(m_dataset, Count(sampleCount));
    for (const NamedTensor& named : network.GetTensors())
    {
        const bool isScore = named.name.find(".blocks.") == std::string::npos;
        const bool isSmooth = named.name.find("weight") == std::string::npos;
        for (std::size_t i = 0; isScore && isSmooth && i < named.tensor->gradient.size(); ++i)
        {
            const double slope =
                (getLoss(named.name, i, 2e-4F) - getLoss(named.name, i, -2e-4F)) / 4e-4;
            EXPECT_NEAR(named.tensor->gradient[i], slope, 2e-3) << named.name << " " << i;
        }
    }
}

/// One device of two that fails always but never with the other: nothing it says reaches the loss,
/// its own included.
TEST(Failout, AFailedDeviceLearnsNothing)
{
    const NetworkDescription description = MakeDescription(2);
    const MultiViewDataSet dataset = MakeDataSet(description, 16, 1);
    HierarchicalNetwork network(description, 1);
    Presence presence(2, 16);
    for (int sample = 0; sample < 16; ++sample)
    {
        presence.Remove(1, sample);
    }
    HierarchicalNetwork::Tape tape;
    Workers workers(1);
    NetworkScores gradients = network.Forward(
        GatherViews(dataset, Count(16), description.cameras), 0.1, tape, workers, presence);
    std::fill(gradients.devices[1].values.begin(), gradients.devices[1].values.end(), 0.0F);
    network.Backward(gradients, tape, workers);
    for (const NamedTensor& named : network.GetTensors())
    {
        double sum = 0;
        for (const float gradient : named.tensor->gradient)
        {
            sum += std::fabs(gradient);
        }
        if (named.name.rfind("devices.1.", 0) == 0)
        {
            EXPECT_EQ(sum, 0) << named.name;
        }
        else
        {
            EXPECT_TRUE(named.tensor->gradient.empty() || sum > 0) << named.name;
        }
    }
}

TEST(Failout, SettingsAreChecked)
{
    TrainingSettings settings;
    settings.failout = 0.91;
    EXPECT_THROW(settings.Validate(MakeDescription(2)), InputError);
    settings.failout = std::nan("");
    EXPECT_THROW(settings.Validate(MakeDescription(2)), InputError);
    settings.failout = 0.5;
    NetworkDescription many = MakeDescription(13);
    EXPECT_NO_THROW(settings.Validate(many));
    many.cloud.input = Aggregation::Average;
    EXPECT_THROW(settings.Validate(many), InputError);
    settings.failout = 0;
    EXPECT_NO_THROW(settings.Validate(many));
}

TEST(Failout, TrainingIsTheSameTwiceAndDependsOnIt)
{
    const NetworkDescription description = MakeDescription(3);
    const MultiViewDataSet dataset = MakeDataSet(description, 40, 1);
    const auto train = [&](double failout) {
        TrainingSettings settings;
        settings.epochs = 2;
        settings.batch = 8;
        settings.failout = failout;
        HierarchicalNetwork network(description, 1);
        Trainer(network, settings).Train(dataset);
        return GetTensor(network, "cloud.exit.weight").value;
    };
    EXPECT_EQ(train(0.3), train(0.3));
    EXPECT_NE(train(0.3), train(0));
}

} // namespace

} // namespace nn::test
