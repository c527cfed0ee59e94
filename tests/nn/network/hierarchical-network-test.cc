// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/hierarchical-network.h"
#include "nn/network/trainer.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <set>

namespace nn::test
{

namespace
{

class ManyNetworks : public testing::TestWithParam<NetworkDescription>
{
  protected:
    MultiViewDataSet m_dataset = MakeDataSet(GetParam(), 24, 3);
};

std::string
GetName(const testing::TestParamInfo<NetworkDescription>& info)
{
    std::string name = info.param.name;
    for (char& letter : name)
    {
        letter = std::isalnum(static_cast<unsigned char>(letter)) ? letter : '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Trees, ManyNetworks, testing::ValuesIn(MakeManyDescriptions()), GetName);

TEST_P(ManyNetworks, TensorNamesDiffer)
{
    HierarchicalNetwork network(GetParam(), 1);
    std::set<std::string> names;
    for (const NamedTensor& named : network.GetTensors())
    {
        EXPECT_TRUE(names.insert(named.name).second) << named.name;
    }
}

/// Scores are real numbers at every exit: the loss is a smooth function of gamma and beta of every
/// layer that ends in scores (but for ties of a maximum). Finite differences of the whole training
/// loss, as Trainer::Step computes it.
TEST_P(ManyNetworks, GradientsOfTheExits)
{
    const std::vector<int> samples = Count(24);
    const HierarchicalNetwork start(GetParam(), 5);
    const auto getLoss = [&](const std::string& name, std::size_t i, float step) {
        HierarchicalNetwork network = start;
        GetTensor(network, name).value[i] += step;
        return Trainer(network, {}).Step(m_dataset, samples);
    };
    HierarchicalNetwork network = start;
    Trainer(network, {}).Step(m_dataset, samples);
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

/// Every section gets a gradient: none is cut off from the losses.
TEST_P(ManyNetworks, EveryWeightTensorLearns)
{
    HierarchicalNetwork network(GetParam(), 5);
    Trainer(network, {}).Step(m_dataset, Count(24));
    for (const NamedTensor& named : network.GetTensors())
    {
        double sum = 0;
        for (const float gradient : named.tensor->gradient)
        {
            ASSERT_TRUE(std::isfinite(gradient)) << named.name;
            sum += std::fabs(gradient);
        }
        EXPECT_TRUE(named.tensor->gradient.empty() || sum > 0) << named.name;
    }
}

/// The answer to a sample does not depend on the other samples of its batch.
TEST_P(ManyNetworks, EvaluationOfPermutedSamples)
{
    const HierarchicalNetwork network = MakeNetwork(GetParam(), m_dataset, 2);
    const std::vector<int> order = {5, 0, 17, 3, 5, 23};
    const std::vector<int>& cameras = GetParam().cameras;
    const NetworkScores all = network.Evaluate(GatherViews(m_dataset, Count(24), cameras));
    const NetworkScores some = network.Evaluate(GatherViews(m_dataset, order, cameras));
    for (std::size_t i = 0; i < order.size(); ++i)
    {
        for (int k = 0; k < all.cloud.width; ++k)
        {
            EXPECT_EQ(some.cloud.GetRow(static_cast<int>(i))[k], all.cloud.GetRow(order[i])[k]);
        }
    }
}

/// One more device leaves the initial weights of the others as they are.
TEST(HierarchicalNetwork, WeightsBelongToTheNode)
{
    HierarchicalNetwork few(MakeDescription(2), 7);
    HierarchicalNetwork many(MakeDescription(3), 7);
    const std::string name = "devices.1.blocks.0.weight";
    EXPECT_EQ(GetTensor(few, name).value, GetTensor(many, name).value);
    EXPECT_NE(GetTensor(many, name).value, GetTensor(many, "devices.2.blocks.0.weight").value);
    HierarchicalNetwork other(MakeDescription(3), 8);
    EXPECT_NE(GetTensor(many, name).value, GetTensor(other, name).value);
}

TEST(HierarchicalNetwork, ShapesOfTheSpecification)
{
    NetworkDescription network = MakeDescription(6);
    network.view = {};
    network.device.filters = {4};
    network.groups = {{0, 1, 2}, {3, 4, 5}};
    network.edge.filters = {8};
    network.cloud.filters = {16};
    const HierarchicalNetwork edges(network, 1);
    EXPECT_EQ(edges.GetEdges()[0].GetInputShape(), (MapShape{12, 16, 16}));
    EXPECT_EQ(edges.GetEdges()[0].GetOutputShape(), (MapShape{8, 8, 8}));
    EXPECT_EQ(edges.GetCloud().GetInputShape(), (MapShape{16, 8, 8}));
    EXPECT_EQ(edges.GetCloud().GetExit().GetInputCount(), 256);
    network.groups = {};
    network.edge.filters = {};
    network.device.filters = {};
    network.cloud.filters = {24, 16};
    const HierarchicalNetwork raw(network, 1);
    EXPECT_EQ(raw.GetCloud().GetInputShape(), (MapShape{18, 32, 32}));
    EXPECT_FALSE(raw.GetLocalExit().has_value());
    EXPECT_TRUE(raw.GetDevices().empty());
}

} // namespace

} // namespace nn::test
