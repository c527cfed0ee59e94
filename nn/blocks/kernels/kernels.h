// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "nn/blocks/kernels/conv-pool-plan.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// A gradient at one place of a map with borders.
struct SparseGradient
{
    float value;
    std::int32_t offset; //!< of the top left corner of the 3 x 3 window, in numbers
};

/// A map with borders, (H + 2, W + 2 or more, channels): some channels of a map (C, H, W).
struct WindowShape
{
    std::size_t channels; //!< 4, or as many as the kernels have lanes
    std::size_t stride;   //!< numbers in a row
};

/// Sums over one channel of a batch (N, C, P), in double precision: four partial sums in a fixed
/// order.
struct ChannelSums
{
    double first[4];  //!< of a
    double second[4]; //!< of a * b
};

/// The inner loops of training, once for each instruction set, from the same source text. All
/// tables give the same bits: integers are exact, sums of floating-point numbers have a fixed
/// order, and no multiplication is fused with an addition.
struct Kernels
{
    const char* instructionSet;
    std::size_t lanes; //!< numbers in a vector

    /// ConvPoolKernel::Run with sums of 8, 16 and 32 bits.
    using ConvPool = void (*)(const ConvPoolPlan& plan,
                              const std::int16_t* input,
                              ConvPoolWorkspace& workspace,
                              float* pooled,
                              std::int32_t* winners);
    ConvPool convPool[3];

    /// sums (3, 3, channels) += value * window of the map, for each gradient in turn.
    void (*addWindows)(const WindowShape& shape,
                       const SparseGradient* begin,
                       const SparseGradient* end,
                       const float* map,
                       float* sums);

    /// Window of the map += value * weights (3, 3, channels), for each gradient in turn.
    void (*scatterWindows)(const WindowShape& shape,
                           const SparseGradient* begin,
                           const SparseGradient* end,
                           const float* weights,
                           float* map);

    /// From (C, H, W), C at most window.channels, to the inside of a map with borders.
    void (*interleave)(const MapShape& shape,
                       const WindowShape& window,
                       const std::int16_t* input,
                       float* map);

    /// The way back.
    void (*separate)(const MapShape& shape,
                     const WindowShape& window,
                     const float* map,
                     float* output);

    /// Adds the channels of one sample, (C, P), to their sums.
    void (*addProducts)(const float* a,
                        const float* b,
                        std::size_t channels,
                        std::size_t positions,
                        ChannelSums* sums);

    /// Sum of a[i] * b[i]. Exact for integers below 2^24.
    float (*dot)(const float* a, const float* b, std::size_t count);

    /// y[i] += factor * x[i].
    void (*addScaled)(float factor, const float* x, float* y, std::size_t count);
};

/// For this processor, the fastest first; the portable ones are always there.
std::vector<const Kernels*> GetAvailableKernels();

/// The fastest for this processor.
const Kernels& GetKernels();

} // namespace nn

#endif // NN_KERNELS_H
