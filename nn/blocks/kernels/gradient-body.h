// SPDX-License-Identifier: GPL-2.0-only
/// The sums of ConvPoolGradient. Included by each kernels-*.cc.
#ifndef NN_GRADIENT_BODY_H
#define NN_GRADIENT_BODY_H

#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/kernels/vector-body.h"

namespace nn
{

namespace
{

/// One vector of channels; the sums stay in registers.
template <typename Vector>
NN_KERNEL inline void
AddChannelsOfWindows(const WindowShape& shape,
                     const SparseGradient* begin,
                     const SparseGradient* end,
                     const float* map,
                     float* sums)
{
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(float);
    Vector taps[9];
    std::memcpy(taps, sums, sizeof(taps));
    for (const SparseGradient* gradient = begin; gradient != end; ++gradient)
    {
        for (std::size_t tap = 0; tap < 9; ++tap)
        {
            Vector values;
            LoadTo(values, map + gradient->offset + tap / 3 * shape.stride + tap % 3 * lanes);
            taps[tap] += gradient->value * values;
        }
    }
    std::memcpy(sums, taps, sizeof(taps));
}

NN_KERNEL void
AddWindows(const WindowShape& shape,
           const SparseGradient* begin,
           const SparseGradient* end,
           const float* map,
           float* sums)
{
    if (shape.channels == 4)
    {
        AddChannelsOfWindows<Register<float, 16>::Type>(shape, begin, end, map, sums);
        return;
    }
    AddChannelsOfWindows<Register<float>::Type>(shape, begin, end, map, sums);
}

/// One vector of channels; the weights stay in registers.
template <typename Vector>
NN_KERNEL inline void
ScatterChannels(const WindowShape& shape,
                const SparseGradient* begin,
                const SparseGradient* end,
                const float* weights,
                float* map)
{
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(float);
    Vector taps[9];
    std::memcpy(taps, weights, sizeof(taps));
    for (const SparseGradient* gradient = begin; gradient != end; ++gradient)
    {
        for (std::size_t tap = 0; tap < 9; ++tap)
        {
            float* place = map + gradient->offset + tap / 3 * shape.stride + tap % 3 * lanes;
            Vector sum;
            LoadTo(sum, place);
            sum += gradient->value * taps[tap];
            StoreFrom(sum, place);
        }
    }
}

NN_KERNEL void
ScatterWindows(const WindowShape& shape,
               const SparseGradient* begin,
               const SparseGradient* end,
               const float* weights,
               float* map)
{
    if (shape.channels == 4)
    {
        ScatterChannels<Register<float, 16>::Type>(shape, begin, end, weights, map);
        return;
    }
    ScatterChannels<Register<float>::Type>(shape, begin, end, weights, map);
}

} // namespace

} // namespace nn

#endif // NN_GRADIENT_BODY_H
