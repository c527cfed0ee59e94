// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TENSOR_H
#define NN_TENSOR_H

#include <cstddef>
#include <string>
#include <vector>

namespace nn
{

/// A parameter of the network with the gradient of the loss, or a statistic (no gradient).
struct Tensor
{
    std::vector<std::size_t> shape;
    std::vector<float> value;    //!< row-major
    std::vector<float> gradient; //!< as `value`; empty: not trained
};

/// A trained tensor, all values the same.
Tensor MakeParameter(std::vector<std::size_t> shape, float value);
/// A tensor that is not trained, all values the same.
Tensor MakeStatistic(std::vector<std::size_t> shape, float value);

/// A tensor of a network and its name in the file, such as `devices.0.blocks.0.weight`.
struct NamedTensor
{
    std::string name;
    Tensor* tensor;
};

} // namespace nn

#endif // NN_TENSOR_H
