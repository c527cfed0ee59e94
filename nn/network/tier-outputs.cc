// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/tier-outputs.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace nn
{

namespace
{

using Bytes = std::vector<std::uint8_t>;

std::vector<const Bytes*>
GetFeatures(const TierOutputs& outputs)
{
    std::vector<const Bytes*> features;
    for (const std::optional<SectionOutput>& output : outputs)
    {
        features.push_back(output ? &output->features : nullptr);
    }
    return features;
}

} // namespace

TierOutputs
RunDevices(const NetworkInference& network, const std::vector<const std::uint8_t*>& views)
{
    const std::size_t size = network.GetDescription().view.Size();
    TierOutputs outputs(network.GetDescription().cameras.size());
    if (views.size() != outputs.size())
    {
        throw std::invalid_argument(std::to_string(views.size()) + " views; expected " +
                                    std::to_string(outputs.size()));
    }
    for (std::size_t i = 0; i < outputs.size(); ++i)
    {
        if (views[i] == nullptr)
        {
            continue;
        }
        const Bytes view(views[i], views[i] + size);
        const auto section = network.GetDevice(static_cast<int>(i));
        outputs[i] = section ? section->Run({&view}) : SectionOutput{{}, view};
    }
    return outputs;
}

TierOutputs
RunEdges(const NetworkInference& network, const TierOutputs& devices)
{
    const std::vector<const Bytes*> features = GetFeatures(devices);
    const NetworkDescription& description = network.GetDescription();
    TierOutputs outputs(description.groups.size());
    for (std::size_t i = 0; i < outputs.size(); ++i)
    {
        std::vector<const Bytes*> inputs;
        for (const int device : description.groups[i])
        {
            inputs.push_back(features[device]);
        }
        if (std::any_of(inputs.begin(), inputs.end(), [](const Bytes* b) { return b != nullptr; }))
        {
            outputs[i] = network.GetEdge(static_cast<int>(i))->Run(inputs);
        }
    }
    return outputs;
}

Classification
RunCloud(const NetworkInference& network, const TierOutputs& children)
{
    const SectionOutput output = network.GetCloud()->Run(GetFeatures(children));
    return network.GetCloudExit()->Classify({&output.scores});
}

std::vector<const std::vector<float>*>
GetScores(const TierOutputs& outputs)
{
    std::vector<const std::vector<float>*> scores;
    for (const std::optional<SectionOutput>& output : outputs)
    {
        scores.push_back(output ? &output->scores : nullptr);
    }
    return scores;
}

bool
IsEmpty(const TierOutputs& outputs)
{
    return std::none_of(
        outputs.begin(), outputs.end(), [](const auto& o) { return o.has_value(); });
}

} // namespace nn
