// SPDX-License-Identifier: GPL-2.0-only
// Networks whose cloud computes in real numbers.
#include "nn/input-error.h"
#include "nn/network/network-inference.h"
#include "nn/network/tier-outputs.h"
#include "nn/network/trainer.h"
#include "nn/packed/packed-section.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn::test
{

namespace
{

/// The network of the paper with a float cloud: 3456 weights of the block, 16 * 64 * 3 = 3072 of
/// the exit, 4 bytes each, and scale and shift of 16 filters and 3 scores: 26112 + 152 bytes. All
/// 256 * 3456 + 3072 multiply-accumulates are real, though the activations that come are bits.
TEST(FloatCloud, MemoryAndOperationsByHand)
{
    NetworkDescription description = MakeDescription(6);
    description.view = {};
    description.device.filters = {4};
    description.cloud.filters = {16};
    description.cloud.precision = Precision::Float;
    const HierarchicalNetwork network(description, 1);
    const NetworkInference inference(network);
    EXPECT_EQ(inference.GetCloud()->GetParameterBytes(), 26264U);
    EXPECT_EQ(inference.GetCloud()->GetOperations().real, 884736U + 3072U);
    EXPECT_EQ(inference.GetCloud()->GetOperations().binary, 0U);
    EXPECT_EQ(inference.GetDevice(0)->GetParameterBytes(), 439U); // as with a binary cloud
    SectionPlace place;
    place.children = 6;
    EXPECT_FALSE(PackedSection::IsPossible(network.GetCloud(), place));
}

/// A cloud without blocks: scores = gamma (w x - mean) / sqrt(var + epsilon) + beta by hand. One
/// device with one activation map of one bit (a view of 2 x 2), which is +1: w x = w, with the
/// mean 0 and the variance 1.
TEST(FloatCloud, LinearLayerUsesTheWeightsThemselves)
{
    NetworkDescription description = MakeDescription(1);
    description.view = {3, 2, 2};
    description.device.filters = {1};
    description.cloud.filters = {};
    description.cloud.precision = Precision::Float;
    HierarchicalNetwork network(description, 1);
    GetTensor(network, "cloud.exit.weight").value = {0.5F, -0.25F, 0.125F};
    GetTensor(network, "cloud.exit.gamma").value = {1, 1, 0.5F};
    GetTensor(network, "cloud.exit.beta").value = {0, 0, 1};
    const std::vector<std::uint8_t> one = {1};
    const std::vector<float> scores = NetworkInference(network).GetCloud()->Run({&one}).scores;
    const double deviation = std::sqrt(1 + 2e-5);
    EXPECT_NEAR(scores[0], 0.5 / deviation, 1e-6);
    EXPECT_NEAR(scores[1], -0.25 / deviation, 1e-6);
    EXPECT_NEAR(scores[2], 0.0625 / deviation + 1, 1e-6);
}

/// A missing map is 0, neither +1 nor -1.
TEST(FloatCloud, MissingMapsAreZero)
{
    NetworkDescription description = MakeDescription(2);
    description.view = {3, 2, 2};
    description.device.filters = {1};
    description.cloud.filters = {};
    description.cloud.precision = Precision::Float;
    HierarchicalNetwork network(description, 1);
    GetTensor(network, "cloud.exit.weight").value = {0.5F, 0.75F, 0, 0, 0, 0};
    const std::vector<std::uint8_t> one = {1};
    const NetworkInference inference(network);
    const double deviation = std::sqrt(1 + 2e-5);
    EXPECT_NEAR(inference.GetCloud()->Run({&one, &one}).scores[0], 1.25 / deviation, 1e-6);
    EXPECT_NEAR(inference.GetCloud()->Run({nullptr, &one}).scores[0], 0.75 / deviation, 1e-6);
}

/// Weights of float layers are smooth parameters of the loss, unlike binary ones: finite
/// differences of a whole step, small ones: the pool and ReLU have kinks.
TEST(FloatCloud, GradientsThroughTheNetwork)
{
    NetworkDescription description = MakeDescription(2);
    description.cloud.precision = Precision::Float;
    const MultiViewDataSet dataset = MakeDataSet(description, 24, 3);
    const HierarchicalNetwork start(description, 5);
    const auto getLoss = [&](const std::string& name, std::size_t i, float step) {
        HierarchicalNetwork network = start;
        GetTensor(network, name).value[i] += step;
        return Trainer(network, {}).Step(dataset, Count(24));
    };
    HierarchicalNetwork network = start;
    Trainer(network, {}).Step(dataset, Count(24));
    for (const std::string name : {"cloud.blocks.0.weight",
                                   "cloud.blocks.0.gamma",
                                   "cloud.blocks.0.beta",
                                   "cloud.exit.weight"})
    {
        const std::vector<float>& gradient = GetTensor(network, name).gradient;
        for (std::size_t i = 0; i < gradient.size(); i += 3)
        {
            const double slope = (getLoss(name, i, 1e-4F) - getLoss(name, i, -1e-4F)) / 2e-4;
            EXPECT_NEAR(gradient[i], slope, 5e-3) << name << " " << i;
        }
    }
}

TEST(FloatCloud, OnlyTheCloud)
{
    NetworkDescription description = MakeDescription(2);
    description.device.precision = Precision::Float;
    EXPECT_THROW(description.Validate(), InputError);
}

} // namespace

} // namespace nn::test
