// SPDX-License-Identifier: GPL-2.0-only
/// Convolution and pool of ConvPoolKernel. Included by each kernels-*.cc.
#ifndef NN_CONV_POOL_BODY_H
#define NN_CONV_POOL_BODY_H

#include "nn/blocks/kernels/convolution-body.h"

namespace nn
{

namespace
{

/// Greatest of the rows y - 1, y, y + 1 of each column, y = 2 row, as 4 sum + 2 - r with the row r
/// of the three: so the first of equals is the greatest.
template <typename Wide>
NN_KERNEL inline void
PoolRows(const ConvPoolPlan& plan, const Wide* __restrict values, int row, Wide* __restrict best)
{
    const std::size_t stride = plan.stride;
    const Wide* __restrict middle = values + 2 * row * stride;
    const Wide* __restrict above = row > 0 ? middle - stride : middle;
    const Wide* __restrict below = 2 * row + 1 < plan.input.height ? middle + stride : middle;
    const Wide rankAbove = row > 0 ? 2 : 1;
    const Wide rankBelow = 2 * row + 1 < plan.input.height ? 0 : 1;
    for (std::size_t i = 0; i < stride; ++i)
    {
        const auto first = static_cast<Wide>(above[i] + rankAbove);
        const auto second = static_cast<Wide>(middle[i] + 1);
        const auto third = static_cast<Wide>(below[i] + rankBelow);
        const Wide greater = first > second ? first : second;
        best[i] = greater > third ? greater : third;
    }
}

/// Greatest of three neighbours of PoolRows, the first of equals, for one column or a vector of
/// them. \param middleColumn row * stride + column of the window's upper middle
template <typename Integer>
struct ColumnPool
{
    Integer greatest;
    Integer winner;

    NN_KERNEL inline ColumnPool(const Integer& left,
                                const Integer& middle,
                                const Integer& right,
                                const Integer& middleColumn,
                                std::int32_t stride)
    {
        const Integer greater = middle > left ? middle : left;
        const Integer column = middle > left ? middleColumn : middleColumn - 1;
        greatest = right > greater ? right : greater;
        winner = (right > greater ? middleColumn + 1 : column) + (2 - (greatest & 3)) * stride;
    }
};

/// As many columns as fill vectors. A vector of pairs of neighbours has the left ones in the lower
/// halves.
/// \return columns
NN_KERNEL inline int
PoolVectors(const std::int16_t* best,
            int width,
            std::int32_t first,
            std::int32_t stride,
            float* pooled,
            std::int32_t* winners)
{
    constexpr std::size_t bytes = NN_VECTOR_BYTES < 32 ? NN_VECTOR_BYTES : 32;
    using Integers = Register<std::int32_t, bytes>::Type;
    constexpr int lanes = Register<std::int32_t, bytes>::lanes;
    Integers columns = {};
    for (int j = 0; j < lanes; ++j)
    {
        columns[j] = first + 2 * j;
    }
    int i = 0;
    for (; i + lanes <= width; i += lanes)
    {
        Integers leftMiddle;
        Integers middleRight;
        LoadTo(leftMiddle, best + 2 * i - 1);
        LoadTo(middleRight, best + 2 * i);
        const ColumnPool<Integers> pool(
            leftMiddle << 16 >> 16, leftMiddle >> 16, middleRight >> 16, columns, stride);
        StoreFrom(__builtin_convertvector(pool.greatest >> 2, Register<float, bytes>::Type),
                  pooled + i);
        StoreFrom(pool.winner, winners + i);
        columns += 2 * lanes;
    }
    return i;
}

/// Sums of 32 bits are rare.
NN_KERNEL inline int
PoolVectors(const std::int32_t*, int, std::int32_t, std::int32_t, float*, std::int32_t*)
{
    return 0;
}

/// Greatest of the columns 2 x - 1, 2 x, 2 x + 1 of PoolRows; the first of equals.
/// \param first row * stride + column of the upper middle of the window of x = 0
template <typename Wide>
NN_KERNEL inline void
PoolColumns(const ConvPoolPlan& plan,
            const Wide* __restrict best,
            std::int32_t first,
            float* __restrict pooled,
            std::int32_t* __restrict winners)
{
    const int width = (plan.input.width + 1) / 2;
    const auto stride = static_cast<std::int32_t>(plan.stride);
    for (int i = PoolVectors(best, width, first, stride, pooled, winners); i < width; ++i)
    {
        const ColumnPool<std::int32_t> pool(
            best[2 * i - 1], best[2 * i], best[2 * i + 1], first + 2 * i, stride);
        pooled[i] = static_cast<float>(pool.greatest >> 2);
        winners[i] = pool.winner;
    }
}

template <typename Wide>
NN_KERNEL inline void
Pool(const ConvPoolPlan& plan,
     const Planes<Wide>& planes,
     float* __restrict pooled,
     std::int32_t* __restrict winners)
{
    const std::size_t width = (plan.input.width + 1) / 2;
    const auto stride = static_cast<std::int32_t>(plan.stride);
    planes.best[-1] = std::numeric_limits<Wide>::min();
    for (int row = 0; row < (plan.input.height + 1) / 2; ++row)
    {
        PoolRows(plan, planes.values, row, planes.best);
        PoolColumns(plan, planes.best, (2 * row - 1) * stride, pooled, winners);
        pooled += width;
        winners += width;
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
        winners += positions;
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
