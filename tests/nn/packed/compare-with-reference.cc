// SPDX-License-Identifier: GPL-2.0-only
#include "compare-with-reference.h"

#include "nn/network/tier-outputs.h"
#include "nn/packed/bit-kernels.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace nn::test
{

namespace
{

/// What all sections make of one sample.
struct Outputs
{
    TierOutputs devices;
    TierOutputs edges;
    Classification cloud;
};

std::vector<const std::uint8_t*>
GetViews(const MultiViewDataSet& dataset, const NetworkDescription& description, int sample)
{
    std::vector<const std::uint8_t*> views;
    for (const int camera : description.cameras)
    {
        views.push_back(dataset.GetView(sample, camera));
    }
    return views;
}

TierOutputs
WithoutMissing(TierOutputs devices, unsigned missing)
{
    for (std::size_t i = 0; i < devices.size(); ++i)
    {
        if ((missing >> i & 1U) != 0)
        {
            devices[i].reset();
        }
    }
    return devices;
}

Outputs
RunAbove(const NetworkInference& inference, TierOutputs devices)
{
    Outputs outputs;
    outputs.devices = std::move(devices);
    const bool edges = inference.GetDescription().HasEdges();
    outputs.edges = edges ? RunEdges(inference, outputs.devices) : TierOutputs{};
    outputs.cloud = RunCloud(inference, edges ? outputs.edges : outputs.devices);
    return outputs;
}

/// Minus zero is not plus zero here.
void
ExpectSameBits(const std::vector<float>& expected, const std::vector<float>& actual)
{
    ASSERT_EQ(expected.size(), actual.size());
    if (!expected.empty())
    {
        EXPECT_EQ(std::memcmp(expected.data(), actual.data(), expected.size() * sizeof(float)), 0)
            << testing::PrintToString(expected) << ", " << testing::PrintToString(actual);
    }
}

/// \param bits of the features of one node
void
ExpectSameOutputs(const TierOutputs& expected, const TierOutputs& actual, std::size_t bits)
{
    ASSERT_EQ(expected.size(), actual.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        ASSERT_EQ(expected[i].has_value(), actual[i].has_value());
        if (expected[i])
        {
            EXPECT_EQ(expected[i]->features, actual[i]->features) << "node " << i;
            ExpectSameBits(expected[i]->scores, actual[i]->scores);
            if (bits % 8 != 0)
            {
                EXPECT_EQ(actual[i]->features.back() >> bits % 8, 0) << "padding of node " << i;
            }
        }
    }
}

class Comparison
{
  public:
    explicit Comparison(const HierarchicalNetwork& network)
        : m_reference(network, SectionForm::Reference, GetBitKernels())
    {
        for (const BitKernels* kernels : GetAvailableBitKernels())
        {
            m_names.emplace_back(kernels->name);
            m_packed.push_back(
                std::make_unique<NetworkInference>(network, SectionForm::Packed, *kernels));
        }
        m_deviceBits =
            network.GetDevices().empty() ? 0 : network.GetDevices().front().GetOutputShape().Size();
        m_edgeBits =
            network.GetEdges().empty() ? 0 : network.GetEdges().front().GetOutputShape().Size();
    }

    void CompareSample(const MultiViewDataSet& dataset, int sample, unsigned stride) const
    {
        const NetworkDescription& description = m_reference.GetDescription();
        const auto views = GetViews(dataset, description, sample);
        const TierOutputs devices = RunDevices(m_reference, views);
        for (std::size_t k = 0; k < m_packed.size(); ++k)
        {
            SCOPED_TRACE(m_names[k]);
            ExpectSameOutputs(devices, RunDevices(*m_packed[k], views), m_deviceBits);
        }
        const unsigned all = (1U << description.cameras.size()) - 1;
        for (unsigned missing = 0; missing < all; missing += stride)
        {
            SCOPED_TRACE(testing::Message() << "sample " << sample << ", missing " << missing);
            CompareAbove(RunAbove(m_reference, WithoutMissing(devices, missing)));
        }
    }

  private:
    void CompareAbove(const Outputs& expected) const
    {
        for (std::size_t k = 0; k < m_packed.size(); ++k)
        {
            SCOPED_TRACE(m_names[k]);
            const Outputs actual = RunAbove(*m_packed[k], expected.devices);
            ExpectSameOutputs(expected.edges, actual.edges, m_edgeBits);
            ExpectSameBits(expected.cloud.scores, actual.cloud.scores);
        }
    }

    NetworkInference m_reference;
    std::vector<std::string> m_names;
    std::vector<std::unique_ptr<NetworkInference>> m_packed;
    std::size_t m_deviceBits = 0;
    std::size_t m_edgeBits = 0;
};

} // namespace

void
CompareWithReference(const HierarchicalNetwork& network,
                     const MultiViewDataSet& dataset,
                     const std::vector<int>& samples,
                     unsigned stride)
{
    const Comparison comparison(network);
    for (const int sample : samples)
    {
        comparison.CompareSample(dataset, sample, stride);
        if (testing::Test::HasFailure())
        {
            return;
        }
    }
}

} // namespace nn::test
