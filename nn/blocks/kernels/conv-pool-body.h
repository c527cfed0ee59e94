// SPDX-License-Identifier: GPL-2.0-only
/// Convolution and pool of ConvPoolKernel. Included by each kernels-*.cc.
#ifndef NN_CONV_POOL_BODY_H
#define NN_CONV_POOL_BODY_H

#include "nn/blocks/kernels/convolution-body.h"

namespace nn
{

namespace
{

/// Greatest of the columns 2 x - 1, 2 x, 2 x + 1; the first of equals.
template <typename Wide>
NN_KERNEL inline void
PoolColumns(const ConvPoolPlan& plan, const Planes<Wide>& planes)
{
    const std::size_t half = plan.stride / 2;
    const std::size_t size = plan.input.height * half;
    const Wide* __restrict values = planes.values;
    Wide* __restrict best = planes.best;
    Wide* __restrict places = planes.places;
    for (std::size_t i = 0; i < size; ++i)
    {
        const Wide left = values[2 * i - 1];
        const Wide middle = values[2 * i];
        const Wide right = values[2 * i + 1];
        const Wide greater = middle > left ? middle : left;
        const Wide place = middle > left ? 1 : 0;
        best[i] = right > greater ? right : greater;
        places[i] = right > greater ? 2 : place;
    }
    std::fill(best - half, best, std::numeric_limits<Wide>::min());
    std::fill(best + size, best + size + half, std::numeric_limits<Wide>::min());
}

/// Greatest of the rows y - 1, y, y + 1 of PoolColumns, y = 2 row; the first of equals. places
/// becomes that relative to row y.
template <typename Wide>
NN_KERNEL inline void
PoolRows(const ConvPoolPlan& plan,
         const Planes<Wide>& planes,
         int row,
         Wide* __restrict best,
         Wide* __restrict places)
{
    const auto stride = static_cast<Wide>(plan.stride);
    const std::size_t half = plan.stride / 2;
    const Wide* __restrict bests = planes.best + (2 * row - 1) * static_cast<std::ptrdiff_t>(half);
    const Wide* __restrict columns = bests + (planes.places - planes.best);
    for (std::size_t i = 0; i < half; ++i)
    {
        const Wide above = bests[i];
        const Wide middle = bests[i + half];
        const Wide below = bests[i + 2 * half];
        const auto up = static_cast<Wide>(columns[i] - stride);
        const Wide same = columns[i + half];
        const auto down = static_cast<Wide>(columns[i + 2 * half] + stride);
        const Wide greater = middle > above ? middle : above;
        const Wide place = middle > above ? same : up;
        best[i] = below > greater ? below : greater;
        places[i] = below > greater ? down : place;
    }
}

template <typename Wide>
NN_KERNEL inline void
Pool(const ConvPoolPlan& plan,
     const Planes<Wide>& planes,
     float* __restrict pooled,
     std::int32_t* __restrict winners)
{
    PoolColumns(plan, planes);
    const int width = (plan.input.width + 1) / 2;
    for (int row = 0; row < (plan.input.height + 1) / 2; ++row)
    {
        // These rows of the columns' sums are no longer needed.
        Wide* __restrict best = planes.values;
        Wide* __restrict places = planes.rows;
        PoolRows(plan, planes, row, best, places);
        for (int i = 0; i < width; ++i)
        {
            pooled[i] = static_cast<float>(best[i]);
        }
        pooled += width;
        if (winners != nullptr)
        {
            const int first = 2 * row * static_cast<int>(plan.stride) - 1;
            for (int i = 0; i < width; ++i)
            {
                winners[i] = first + 2 * i + places[i];
            }
            winners += width;
        }
    }
}

template <typename Narrow, typename Wide>
NN_KERNEL inline void
RunConvPool(const ConvPoolPlan& plan,
            const std::int16_t* input,
            std::vector<Narrow>& padded,
            std::vector<Wide>& memory,
            float* pooled,
            std::int32_t* winners)
{
    const Planes<Wide> planes = Partition(plan, memory);
    const std::size_t positions =
        static_cast<std::size_t>((plan.input.height + 1) / 2) * ((plan.input.width + 1) / 2);
    Pad(plan, input, padded);
    SumAllTaps(plan, padded.data(), planes);
    for (const ConvPoolPlan::Filter& filter : plan.filters)
    {
        Convolve(plan, filter, padded.data(), planes);
        Pool(plan, planes, pooled, winners);
        pooled += positions;
        winners = winners == nullptr ? nullptr : winners + positions;
    }
}

NN_KERNEL void
RunConvPool8(const ConvPoolPlan& plan,
             const std::int16_t* input,
             ConvPoolWorkspace& workspace,
             float* pooled,
             std::int32_t* winners)
{
    RunConvPool(plan, input, workspace.padded8, workspace.planes16, pooled, winners);
}

NN_KERNEL void
RunConvPool16(const ConvPoolPlan& plan,
              const std::int16_t* input,
              ConvPoolWorkspace& workspace,
              float* pooled,
              std::int32_t* winners)
{
    RunConvPool(plan, input, workspace.padded16, workspace.planes16, pooled, winners);
}

NN_KERNEL void
RunConvPool32(const ConvPoolPlan& plan,
              const std::int16_t* input,
              ConvPoolWorkspace& workspace,
              float* pooled,
              std::int32_t* winners)
{
    RunConvPool(plan, input, workspace.padded32, workspace.planes32, pooled, winners);
}

} // namespace

} // namespace nn

#endif // NN_CONV_POOL_BODY_H
