// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "nn/blocks/kernels/conv-pool-plan.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Gradient of the maxima of a pool, (filters, positions), and where they stood.
struct MaximaGradient
{
    const float* values;
    /// Of the top left corner of the 3 x 3 window in a map with borders: row * places in a row +
    /// column.
    const std::int32_t* places;
    std::size_t filters;
    std::size_t positions;

    /// That of the filters from `first` on.
    MaximaGradient GetFrom(std::size_t first) const
    {
        return {values + first * positions, places + first * positions, filters - first, positions};
    }
};

/// A map with borders, (H + 2, W + 2 or more, channels): some channels of a map (C, H, W).
struct WindowShape
{
    std::size_t channels; //!< 4, 8 or 16, at most as many as the kernels have lanes
    std::size_t stride;   //!< numbers in a row
};

/// Numbers in a row of a window's sums: three places, and up to the next sixteen.
constexpr std::size_t
GetSumRow(std::size_t channels)
{
    return (3 * channels + 15) / 16 * 16;
}

/// Sums over one channel of a batch (N, C, P), in double precision: four partial sums in a fixed
/// order.
struct ChannelSums
{
    double first[4];  //!< of a
    double second[4]; //!< of a * b
};

/// Gradients of a linear layer (N, inputs) -> (N, outputs) without bias: sums over the samples, or
/// over the outputs, in turn.
struct LinearBackward
{
    std::size_t samples;
    std::size_t inputs;
    std::size_t outputs;
    const float* gradient; //!< (N, outputs): of the loss for the output
    const float* input;    //!< (N, inputs)
    const float* factors;  //!< weights or their signs, (outputs, inputs)
    float* weightGradient; //!< (outputs, inputs): written
    float* inputGradient;  //!< (N, inputs): written
};

/// Batch normalization of one channel.
struct Normalization
{
    float mean;
    float inverseDeviation;
    float gamma;
    float beta;
};

/// The same for gradients: see BatchNormalization::Backward.
struct NormalizationGradient
{
    float factor;
    float mean;
    float slope;
};

/// Constants of a step of Adam: first = decay1 first + gain1 g, second = decay2 second + gain2 g^2,
/// value -= rate first / (sqrt(second) / correction + epsilon).
struct AdamStep
{
    float decay1;
    float gain1;
    float decay2;
    float gain2;
    float rate;
    float correction;
    float epsilon;
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

    /// sums (filters, 3, GetSumRow) += gradient * window of the map, for each maximum in turn. What
    /// lies behind the three places of a row is of no use. The map is readable for 16 numbers more.
    void (*addWindows)(const WindowShape& shape,
                       const MaximaGradient& gradient,
                       const float* map,
                       float* sums);

    /// Window of the map += gradient * weights (filters, 3, 3, channels), for each maximum in turn.
    void (*scatterWindows)(const WindowShape& shape,
                           const MaximaGradient& gradient,
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

    void (*backwardLinear)(const LinearBackward& layer);

    /// values becomes gamma * normalized + beta, with normalized = (values - mean) *
    /// inverseDeviation.
    void (*normalize)(const Normalization& normalization,
                      float* values,
                      float* normalized,
                      std::size_t count);

    /// gradient = factor * (gradient - mean - normalized * slope).
    void (*normalizeBackward)(const NormalizationGradient& terms,
                              const float* normalized,
                              float* gradient,
                              std::size_t count);

    /// output = x >= 0 ? 1 : -1.
    void (*binarize)(const float* x, std::int16_t* output, std::size_t count);

    /// gradient = |x| <= 1 ? gradient : 0.
    void (*binarizeBackward)(const float* x, float* gradient, std::size_t count);

    /// One step of the optimizer Adam, then value is clamped to [-1, 1].
    void (*stepAdam)(const AdamStep& step,
                     const float* gradient,
                     float* first,
                     float* second,
                     float* value,
                     std::size_t count);
};

/// For this processor, the fastest first; the portable ones are always there.
std::vector<const Kernels*> GetAvailableKernels();

/// The fastest for this processor.
const Kernels& GetKernels();

} // namespace nn

#endif // NN_KERNELS_H
