// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_BINARY_ACTIVATION_H
#define NN_BINARY_ACTIVATION_H

#include <cstdint>
#include <vector>

namespace nn
{

/// Binary activation of the ConvP block: +1 if x >= 0, else -1 (paper, section III-A; Hubara et
/// al., "Binarized neural networks", 2016).
inline std::int16_t
Binarize(float x)
{
    return x >= 0.0F ? 1 : -1;
}

/// Straight-through gradient: as if the activation were the identity where |x| <= 1, constant
/// beyond. \param x input of the activation \param gradient of the loss for the output; becomes
/// that for x
void BackwardBinarize(const std::vector<float>& x, std::vector<float>& gradient);

} // namespace nn

#endif // NN_BINARY_ACTIVATION_H
