// SPDX-License-Identifier: GPL-2.0-only
#include "compare-with-reference.h"
#include "nn/data/data-set-source.h"
#include "nn/network/network-file.h"

#include <gtest/gtest.h>

#include <string>

namespace nn::test
{

namespace
{

class ShippedNetworks : public testing::TestWithParam<std::string>
{
};

/// All test samples with everything there, and every subset of missing devices for every ninth.
TEST_P(ShippedNetworks, EqualTheReference)
{
    const NetworkFile file = LoadNetwork(SCENARIOS_DIR "/networks/" + GetParam() + ".npz");
    const MultiViewDataSet dataset = LoadDataSet(file.origin.dataset, DataSetPart::TestOnly);
    const std::vector<int>& samples = dataset.GetTestSamples();
    ASSERT_EQ(samples.size(), 171U);
    const unsigned all = 1U << file.network->GetDescription().cameras.size();
    CompareWithReference(*file.network, dataset, samples, all);
    std::vector<int> some;
    for (std::size_t i = 0; i < samples.size(); i += 9)
    {
        some.push_back(samples[i]);
    }
    CompareWithReference(*file.network, dataset, some, 1);
}

INSTANTIATE_TEST_SUITE_P(Figure2,
                         ShippedNetworks,
                         testing::Values("a", "b", "c", "d", "e", "f"),
                         [](const auto& info) { return info.param; });

} // namespace

} // namespace nn::test
