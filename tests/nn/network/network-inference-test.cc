// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/exit.h"
#include "nn/network/feature-bytes.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/map-aggregation.h"
#include "nn/network/network-inference.h"
#include "nn/network/tier-outputs.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace nn::test
{

namespace
{

using Bytes = std::vector<std::uint8_t>;

std::vector<const std::uint8_t*>
GetViews(const MultiViewDataSet& dataset, int sample, unsigned missing)
{
    std::vector<const std::uint8_t*> views;
    for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
    {
        const bool isMissing = (missing >> camera & 1U) != 0;
        views.push_back(isMissing ? nullptr : dataset.GetView(sample, camera));
    }
    return views;
}

std::vector<float>
GetRow(const RealBatch& batch, int sample)
{
    return {batch.GetRow(sample), batch.GetRow(sample) + batch.width};
}

/// The sections, byte by byte, give the very scores of the network that was trained.
TEST(NetworkInference, EqualsTheTrainingTimeNetwork)
{
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        SCOPED_TRACE(description.name);
        const MultiViewDataSet dataset = MakeDataSet(description, 12, 4);
        const HierarchicalNetwork network = MakeNetwork(description, dataset, 6);
        const NetworkInference inference(network);
        const NetworkScores expected =
            network.Evaluate(GatherViews(dataset, Count(12), description.cameras));
        for (int sample = 0; sample < 12; ++sample)
        {
            TierOutputs outputs = RunDevices(inference, GetViews(dataset, sample, 0));
            for (std::size_t i = 0; i < expected.devices.size(); ++i)
            {
                EXPECT_EQ(outputs[i]->scores, GetRow(expected.devices[i], sample));
            }
            if (const auto exit = inference.GetLocalExit())
            {
                EXPECT_EQ(exit->Classify(GetScores(outputs)).scores,
                          GetRow(expected.local, sample));
            }
            if (const auto exit = inference.GetEdgeExit())
            {
                outputs = RunEdges(inference, outputs);
                EXPECT_EQ(exit->Classify(GetScores(outputs)).scores, GetRow(expected.edge, sample));
            }
            EXPECT_EQ(RunCloud(inference, outputs).scores, GetRow(expected.cloud, sample));
        }
    }
}

/// Thresholds 0, between and 1 send every sample to the exit that the entropies say.
TEST(NetworkInference, ExitsByTheThresholds)
{
    NetworkDescription description = MakeDescription(3);
    description.groups = {{0, 1}, {2}};
    description.edge.filters = {3};
    const MultiViewDataSet dataset = MakeDataSet(description, 30, 4);
    const HierarchicalNetwork network = MakeNetwork(description, dataset, 6);
    const NetworkInference inference(network);
    const NetworkScores scores =
        network.Evaluate(GatherViews(dataset, Count(30), description.cameras));
    for (int sample = 0; sample < 30; ++sample)
    {
        const double local = GetNormalizedEntropy(scores.local.GetRow(sample), 3);
        const double edge = GetNormalizedEntropy(scores.edge.GetRow(sample), 3);
        const auto views = GetViews(dataset, sample, 0);
        EXPECT_EQ(inference.Classify(views, {local, 0}).exit, Answer::Exit::Local);
        EXPECT_EQ(inference.Classify(views, {local - 1e-9, edge}).exit, Answer::Exit::Edge);
        const Answer cloud = inference.Classify(views, {local - 1e-9, edge - 1e-9});
        EXPECT_EQ(cloud.exit, Answer::Exit::Cloud);
        EXPECT_EQ(cloud.localEntropy, local);
        EXPECT_EQ(cloud.edgeEntropy, edge);
        EXPECT_EQ(cloud.prediction, GetPrediction(scores.cloud.GetRow(sample), 3));
    }
}

/// Every subset of missing devices, against the aggregation functions on the maps of those that are
/// there.
TEST(NetworkInference, EverySubsetOfMissingDevices)
{
    constexpr int devices = 4;
    for (const Aggregation aggregation :
         {Aggregation::Max, Aggregation::Average, Aggregation::Concatenate})
    {
        NetworkDescription description = MakeDescription(devices);
        description.device.exit = aggregation;
        description.cloud.input = aggregation;
        const MultiViewDataSet dataset = MakeDataSet(description, 8, 1);
        const HierarchicalNetwork network = MakeNetwork(description, dataset, 2);
        const NetworkInference inference(network);
        std::vector<SectionResult> results;
        results.reserve(devices);
        for (int i = 0; i < devices; ++i)
        {
            results.push_back(FrozenSection(network.GetDevices()[i])
                                  .Run(GatherViews(dataset, {5}, description.cameras)[i]));
        }
        for (unsigned missing = 0; missing + 1 < 1U << devices; ++missing)
        {
            std::vector<const FeatureBatch*> maps;
            std::vector<const RealBatch*> scores;
            for (int i = 0; i < devices; ++i)
            {
                const bool isMissing = (missing >> i & 1U) != 0;
                maps.push_back(isMissing ? nullptr : &results[i].features);
                scores.push_back(isMissing ? nullptr : &results[i].scores);
            }
            const RealBatch local = FrozenScoreAggregation(*network.GetLocalExit()).Run(scores);
            const RealBatch cloud =
                FrozenSection(network.GetCloud()).Run(AggregateMaps(aggregation, maps)).scores;
            const auto views = GetViews(dataset, 5, missing);
            const Answer answer = inference.Classify(views, {-1, -1});
            EXPECT_EQ(answer.prediction, GetPrediction(cloud.GetRow(0), 3));
            EXPECT_EQ(answer.localEntropy, GetNormalizedEntropy(local.GetRow(0), 3));
            EXPECT_EQ(RunCloud(inference, RunDevices(inference, views)).scores, cloud.values);
        }
    }
}

/// A whole group may be missing; nothing at all gives no answer.
TEST(NetworkInference, MissingGroups)
{
    NetworkDescription description = MakeDescription(4);
    description.groups = {{0, 1}, {2, 3}};
    description.edge.filters = {3};
    const MultiViewDataSet dataset = MakeDataSet(description, 8, 1);
    const NetworkInference inference(MakeNetwork(description, dataset, 2));
    const auto group = GetViews(dataset, 0, 0b0011);
    EXPECT_FALSE(RunEdges(inference, RunDevices(inference, group))[0].has_value());
    EXPECT_GE(inference.Classify(group, {-1, -1}).prediction, 0);
    EXPECT_EQ(inference.Classify(GetViews(dataset, 0, 0b1111), {}).prediction, -1);
}

TEST(NetworkInference, BadInputs)
{
    const NetworkDescription description = MakeDescription(2);
    const MultiViewDataSet dataset = MakeDataSet(description, 8, 1);
    const NetworkInference inference(MakeNetwork(description, dataset, 2));
    const auto cloud = inference.GetCloud();
    const Bytes right(cloud->GetInputBytes(0));
    const Bytes wrong(cloud->GetInputBytes(0) + 1);
    EXPECT_NO_THROW(cloud->Run({&right, nullptr}));
    EXPECT_THROW(cloud->Run({&right, &wrong}), std::invalid_argument);
    EXPECT_THROW(cloud->Run({&right}), std::invalid_argument);
    EXPECT_THROW(cloud->Run({nullptr, nullptr}), std::invalid_argument);
    const std::vector<float> four(4);
    EXPECT_THROW(inference.GetLocalExit()->Classify({&four, nullptr}), std::invalid_argument);
}

/// The default network of the paper. Device: 108 weights of the block (14 bytes) and 3072 of the
/// exit (384 bytes), 4 thresholds (16 bytes) with their directions (1), 3 scores of two float32
/// (24): 439 bytes; the block works on pixels at 32 x 32 positions: 1024 * 108 real operations.
/// Cloud: 16 * 24 * 9 = 3456 weights (432 bytes), 3072 (384), 16 thresholds (64) with their
/// directions (2), 3 scores (24): 906 bytes; 256 * 3456 + 3072 binary operations.
TEST(NetworkInference, MemoryAndOperationsByHand)
{
    NetworkDescription description = MakeDescription(6);
    description.view = {};
    description.device.filters = {4};
    description.cloud.filters = {16};
    const NetworkInference inference{HierarchicalNetwork(description, 1)};
    const auto device = inference.GetDevice(0);
    EXPECT_EQ(device->GetInputBytes(0), 3072U);
    EXPECT_EQ(device->GetParameterBytes(), 439U);
    EXPECT_EQ(device->GetOperations().real, 110592U);
    EXPECT_EQ(device->GetOperations().binary, 3072U);
    const auto cloud = inference.GetCloud();
    EXPECT_EQ(cloud->GetInputCount(), 6);
    EXPECT_EQ(cloud->GetInputBytes(5), 128U);
    EXPECT_EQ(cloud->GetParameterBytes(), 906U);
    EXPECT_EQ(cloud->GetOperations().real, 0U);
    EXPECT_EQ(cloud->GetOperations().binary, 884736U + 3072U);
}

TEST(NetworkInference, RawViewsAreRealOperations)
{
    NetworkDescription description = MakeDescription(2);
    description.device.filters = {};
    const NetworkInference inference{HierarchicalNetwork(description, 1)};
    EXPECT_EQ(inference.GetDevice(0), nullptr);
    EXPECT_EQ(inference.GetLocalExit(), nullptr);
    EXPECT_EQ(inference.GetCloud()->GetInputBytes(0), 192U);
    EXPECT_EQ(inference.GetCloud()->GetOperations().real, 64U * 9 * 6 * 4);
    EXPECT_EQ(inference.GetCloud()->GetOperations().binary, 64U * 3);
}

/// Activations + - + + - - - -, + : bits 0, 2, 3 of the first byte (13), bit 0 of the second.
TEST(FeatureBytes, BitsByHand)
{
    FeatureBatch map({1, 3, 3}, 1, 1);
    map.values = {1, -1, 1, 1, -1, -1, -1, -1, 1};
    EXPECT_EQ(PackFeatures(map), Bytes({13, 1}));
    EXPECT_EQ(UnpackFeatures({13, 1}, map.shape, FeatureFormat::Bits).values, map.values);
    // Whatever stands in the padding bits.
    EXPECT_EQ(UnpackFeatures({13, 0xFF}, map.shape, FeatureFormat::Bits).values, map.values);
    EXPECT_THROW(UnpackFeatures({13}, map.shape, FeatureFormat::Bits), std::invalid_argument);
}

/// 1.0 is 0x3F800000, -2.5 is 0xC0200000; least significant byte first.
TEST(ScoreBytes, ByHand)
{
    const Bytes bytes = {0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0};
    EXPECT_EQ(PackScores({1.0F, -2.5F}), bytes);
    EXPECT_EQ(UnpackScores(bytes), std::vector<float>({1.0F, -2.5F}));
    EXPECT_THROW(UnpackScores({1, 2, 3}), std::invalid_argument);
}

} // namespace

} // namespace nn::test
