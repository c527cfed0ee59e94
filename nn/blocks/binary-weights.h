// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_BINARY_WEIGHTS_H
#define NN_BINARY_WEIGHTS_H

#include "nn/blocks/tensor.h"
#include "nn/data/split-mix64.h"

#include <cstddef>
#include <vector>

namespace nn
{

/// Binary weights (paper, section III-A: binary neural networks): the network computes with
/// sign(w), sign(0) = +1. Training keeps the real number w; the gradient passes straight through
/// the sign, so that the gradient of w is that of sign(w).

/// Real-valued weights, independent and normal (as SplitMix64 has it), mean 0, variance 1 / fanIn.
Tensor MakeBinaryWeights(std::vector<std::size_t> shape, std::size_t fanIn, SplitMix64& random);

/// +1 or -1 for each weight.
std::vector<float> GetSigns(const Tensor& weights);

} // namespace nn

#endif // NN_BINARY_WEIGHTS_H
