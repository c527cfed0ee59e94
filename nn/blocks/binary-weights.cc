// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/binary-weights.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nn
{

Tensor
MakeBinaryWeights(std::vector<std::size_t> shape, std::size_t fanIn, SplitMix64& random)
{
    Tensor weights = MakeParameter(std::move(shape), 0.0F);
    const double deviation = 1.0 / std::sqrt(static_cast<double>(fanIn));
    for (float& value : weights.value)
    {
        value = static_cast<float>(random.Normal() * deviation);
    }
    return weights;
}

std::vector<float>
GetSigns(const Tensor& weights)
{
    std::vector<float> signs(weights.value.size());
    std::transform(weights.value.begin(), weights.value.end(), signs.begin(), [](float weight) {
        return weight >= 0.0F ? 1.0F : -1.0F;
    });
    return signs;
}

} // namespace nn
