// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_KERNEL_H
#define NN_CONV_POOL_KERNEL_H

#include "nn/blocks/feature-batch.h"
#include "nn/blocks/kernels/kernels.h"

#include <cstdint>
#include <vector>

namespace nn
{

/// Convolution 3x3 (stride 1, padding 1 with zeros, weights +-1) and max pool 3x3 (stride 2,
/// padding 1 that never wins) of one sample, in exact integers.
///
/// A sum of +-x over the taps is 2 A - S, with A the sum over the taps of one sign and S that over
/// all taps, which is the same for all filters. So each filter only adds, at most half of the taps.
/// The map is laid out with its zero border, hence a tap is one fixed offset for all positions.
class ConvPoolKernel
{
  public:
    /// Greatest sum |x| over the taps of a filter: float32 holds it exactly.
    static constexpr std::int64_t maximumSum = 1 << 20;

    /// \param input shape of the map
    /// \param signs weights, (filters, C, 3, 3), each +1 or -1
    /// \param kernels the instruction set; the results do not depend on it
    ConvPoolKernel(MapShape input,
                   const std::vector<float>& signs,
                   const Kernels& kernels = GetKernels());

    MapShape GetInputShape() const;
    /// (filters, ceil(H / 2), ceil(W / 2)).
    MapShape GetOutputShape() const;
    /// Places in a row of a map with borders: W + 2, rounded up to an even number.
    static std::size_t GetStride(MapShape input);

    /// Memory that Run uses; keep it between samples of the same kernel.
    using Workspace = ConvPoolWorkspace;

    /// \param input (C, H, W), each value in [-divisor, divisor]
    /// \param pooled (filters, H', W'): the maxima, integers
    /// \param winners as pooled: row * stride + column of each maximum, the first of equals in
    ///        row-major order; or null
    void Run(const std::int16_t* input,
             int divisor,
             Workspace& workspace,
             float* pooled,
             std::int32_t* winners) const;

  private:
    Kernels::ConvPool Choose(int divisor) const;

    ConvPoolPlan m_plan;
    const Kernels& m_kernels;
};

} // namespace nn

#endif // NN_CONV_POOL_KERNEL_H
