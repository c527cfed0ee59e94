// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/tensor.h"

#include <functional>
#include <numeric>
#include <utility>

namespace nn
{

Tensor
MakeStatistic(std::vector<std::size_t> shape, float value)
{
    const std::size_t size =
        std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
    return {std::move(shape), std::vector<float>(size, value), {}};
}

Tensor
MakeParameter(std::vector<std::size_t> shape, float value)
{
    Tensor tensor = MakeStatistic(std::move(shape), value);
    tensor.gradient.assign(tensor.value.size(), 0.0F);
    return tensor;
}

} // namespace nn
