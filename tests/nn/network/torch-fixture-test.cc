// SPDX-License-Identifier: GPL-2.0-only
/// The network against PyTorch: same weights, same answers; same start, same training steps.
#include "nn/network/evaluation.h"
#include "nn/network/exit.h"
#include "nn/network/map-aggregation.h"
#include "nn/network/network-inference.h"
#include "nn/network/pointers.h"
#include "nn/network/trainer.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"
#include "torch-fixture.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn::test
{

namespace
{

constexpr float tolerance = 1e-4F;

void
ExpectNear(const std::vector<float>& ours, const std::vector<float>& torch, float allowed)
{
    ASSERT_EQ(ours.size(), torch.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
    {
        ASSERT_NEAR(ours[i], torch[i], allowed) << "element " << i;
    }
}

std::vector<FeatureBatch>
GetViews(const TorchFixture& fixture)
{
    return GatherViews(fixture.GetDataSet(), Count(20), Count(6));
}

/// Scores of sample n in an array (20, 3).
std::vector<float>
GetTriple(const std::vector<float>& scores, int n)
{
    const auto begin = scores.begin() + std::ptrdiff_t{3} * n;
    return {begin, begin + 3};
}

/// PyTorch's maps of one device, (20, 4, 16, 16).
FeatureBatch
GetMaps(const TorchFixture& fixture, int device)
{
    const std::vector<int> maps = fixture.GetIntegers("maps");
    FeatureBatch batch({4, 16, 16}, 20, 1);
    for (int n = 0; n < 20; ++n)
    {
        const auto begin = maps.begin() + std::ptrdiff_t{1024} * (n * 6 + device);
        std::copy(begin, begin + 1024, batch.GetMap(n));
    }
    return batch;
}

/// PyTorch's scores of the devices, (20, 3) each.
std::vector<RealBatch>
GetDeviceScores(const TorchFixture& fixture)
{
    const std::vector<float> scores = fixture.Get("scores");
    std::vector<RealBatch> devices(6, RealBatch(20, 3));
    for (int i = 0; i < 20 * 6 * 3; ++i)
    {
        devices[i / 3 % 6].GetRow(i / 18)[i % 3] = scores[i];
    }
    return devices;
}

TEST(TorchFixture, MapBits)
{
    const TorchFixture fixture;
    const HierarchicalNetwork network = fixture.MakeTrained();
    const std::vector<FeatureBatch> views = GetViews(fixture);
    for (int device = 0; device < 6; ++device)
    {
        const FeatureBatch ours =
            FrozenSection(network.GetDevices()[device]).Run(views[device]).features;
        EXPECT_EQ(ours.values, GetMaps(fixture, device).values) << "device " << device;
    }
}

TEST(TorchFixture, Scores)
{
    const TorchFixture fixture;
    const NetworkScores scores = fixture.MakeTrained().Evaluate(GetViews(fixture));
    const std::vector<RealBatch> devices = GetDeviceScores(fixture);
    for (int device = 0; device < 6; ++device)
    {
        ExpectNear(scores.devices[device].values, devices[device].values, tolerance);
    }
    ExpectNear(scores.local.values, fixture.Get("local"), tolerance);
    ExpectNear(scores.cloud.values, fixture.Get("cloud"), tolerance);
    const std::vector<float> entropies = fixture.Get("eta");
    for (int n = 0; n < 20; ++n)
    {
        EXPECT_NEAR(GetNormalizedEntropy(scores.local.GetRow(n), 3), entropies[n], 1e-5);
    }
}

TEST(TorchFixture, FailedDevice)
{
    const TorchFixture fixture;
    const NetworkInference network(fixture.MakeTrained());
    const Evaluation evaluation = Evaluate(network, fixture.GetDataSet(), Count(20), {5});
    const std::vector<float> local = fixture.Get("fail5_local");
    const std::vector<float> cloud = fixture.Get("fail5_cloud");
    for (int n = 0; n < 20; ++n)
    {
        const SampleEvaluation& sample = evaluation.GetSamples()[n];
        ExpectNear(sample.local.scores, GetTriple(local, n), tolerance);
        ExpectNear(sample.cloud.scores, GetTriple(cloud, n), tolerance);
    }
}

TEST(TorchFixture, ScoreAggregations)
{
    const TorchFixture fixture;
    SplitMix64 random(1);
    const std::vector<RealBatch> devices = GetDeviceScores(fixture);
    const std::vector<const RealBatch*> inputs = GetPointers(devices);
    ScoreAggregation concat(Aggregation::Concatenate, 6, 3, random);
    std::vector<NamedTensor> tensors;
    concat.CollectTensors("", tensors);
    tensors[0].tensor->value = fixture.Get("agg_wlc");
    const ScoreAggregation max(Aggregation::Max, 6, 3, random);
    const ScoreAggregation average(Aggregation::Average, 6, 3, random);
    ExpectNear(FrozenScoreAggregation(max).Run(inputs).values, fixture.Get("local_MP"), tolerance);
    ExpectNear(
        FrozenScoreAggregation(average).Run(inputs).values, fixture.Get("local_AP"), tolerance);
    ExpectNear(
        FrozenScoreAggregation(concat).Run(inputs).values, fixture.Get("local_CC"), tolerance);
}

TEST(TorchFixture, MapAggregations)
{
    const TorchFixture fixture;
    std::vector<FeatureBatch> maps;
    maps.reserve(6);
    for (int device = 0; device < 6; ++device)
    {
        maps.push_back(GetMaps(fixture, device));
    }
    const std::vector<const FeatureBatch*> inputs = GetPointers(maps);
    std::vector<float> signs = fixture.Get("agg_w4");
    for (float& sign : signs)
    {
        sign = sign >= 0 ? 1.0F : -1.0F;
    }
    const ConvPoolKernel kernel({4, 16, 16}, signs);
    for (const auto& [aggregation, array] :
         {std::pair{Aggregation::Max, "cloud_MP_pre"}, {Aggregation::Average, "cloud_AP_pre"}})
    {
        const FeatureBatch input = AggregateMaps(aggregation, inputs);
        std::vector<float> pooled(std::size_t{20} * 1024);
        ConvPoolKernel::Workspace workspace;
        for (int n = 0; n < 20; ++n)
        {
            kernel.Run(input.GetMap(n),
                       input.divisor,
                       workspace,
                       pooled.data() + std::ptrdiff_t{1024} * n,
                       nullptr);
        }
        for (float& value : pooled)
        {
            value /= static_cast<float>(input.divisor);
        }
        ExpectNear(pooled, fixture.Get(array), tolerance);
    }
}

/// Largest difference relative to the largest of PyTorch's numbers.
double
GetRelativeDifference(const std::vector<float>& ours, const std::vector<float>& torch)
{
    double difference = 0;
    double largest = 1e-30;
    for (std::size_t i = 0; i < ours.size(); ++i)
    {
        difference = std::max<double>(difference, std::fabs(ours[i] - torch[i]));
        largest = std::max<double>(largest, std::fabs(torch[i]));
    }
    return difference / largest;
}

TEST(TorchFixture, FirstGradients)
{
    const TorchFixture fixture;
    HierarchicalNetwork network = fixture.MakeInitial();
    Trainer(network, {}).Step(fixture.GetDataSet(), Count(20));
    for (const NamedTensor& named : network.GetTensors())
    {
        if (!named.tensor->gradient.empty())
        {
            const std::vector<float> torch = fixture.GetTensor("g0_", named);
            EXPECT_LT(GetRelativeDifference(named.tensor->gradient, torch), 1e-4) << named.name;
        }
    }
}

/// Gradients that are 0 in exact arithmetic are rounding noise, which Adam turns into steps of up
/// to the learning rate: up to 3 % of the device exits' weights may differ by up to 0.006.
TEST(TorchFixture, ThreeTrainingSteps)
{
    const TorchFixture fixture;
    HierarchicalNetwork network = fixture.MakeInitial();
    Trainer trainer(network, {});
    for (const float loss : fixture.Get("loss3"))
    {
        EXPECT_NEAR(trainer.Step(fixture.GetDataSet(), Count(20)) / loss, 1.0, 1e-4);
    }
    int differing = 0;
    int deviceExitWeights = 0;
    for (const NamedTensor& named : network.GetTensors())
    {
        const bool isDeviceExit = TorchFixture::GetPlace(named.name, 0).array == "wb";
        const std::vector<float> torch = fixture.GetTensor("s3_", named);
        for (std::size_t i = 0; i < torch.size(); ++i)
        {
            const float difference = std::fabs(named.tensor->value[i] - torch[i]);
            // Statistics are no parameters: relative to their size.
            const float allowed = 1e-5F * std::max(1.0F, 10.0F * std::fabs(torch[i]));
            ASSERT_LE(difference, isDeviceExit ? 0.006F : allowed) << named.name << " " << i;
            differing += difference > 1e-5F && isDeviceExit ? 1 : 0;
        }
        deviceExitWeights += isDeviceExit ? static_cast<int>(torch.size()) : 0;
    }
    EXPECT_LE(differing, 0.03 * deviceExitWeights);
}

} // namespace

} // namespace nn::test
