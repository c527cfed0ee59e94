// SPDX-License-Identifier: GPL-2.0-only
/// Convolution of ConvPoolKernel. Included by each kernels-*.cc.
#ifndef NN_CONVOLUTION_BODY_H
#define NN_CONVOLUTION_BODY_H

#include "nn/blocks/kernels/conv-pool-plan.h"
#include "nn/blocks/kernels/vector-body.h"

#include <algorithm>
#include <limits>

namespace nn
{

namespace
{

/// Vectors that AddTaps keeps in registers.
constexpr std::size_t tapVectors = 8;

/// Parts of a workspace.
template <typename Wide>
struct Planes
{
    Wide* channels; //!< sums over the channels
    Wide* rows;     //!< sums over three columns of those
    Wide* total;    //!< four times the sums over three rows of those: all taps
    Wide* values;   //!< four times the convolution of one filter; the right border is the least
    Wide* best;     //!< of one row: see PoolRows; one number more at its beginning
};

template <typename Wide>
NN_KERNEL inline Planes<Wide>
Partition(const ConvPoolPlan& plan, std::vector<Wide>& memory)
{
    constexpr std::size_t slack = 64;
    const std::size_t size = (plan.input.height + 2) * plan.stride + 2 * slack;
    memory.resize(5 * size);
    Wide* begin = memory.data() + slack;
    return {begin, begin + size, begin + 2 * size, begin + 3 * size, begin + 4 * size};
}

template <typename Narrow>
NN_KERNEL inline void
Pad(const ConvPoolPlan& plan, const std::int16_t* __restrict input, std::vector<Narrow>& padded)
{
    const std::size_t width = plan.input.width;
    const std::size_t plane = (plan.input.height + 2) * plan.stride;
    padded.resize(plane * plan.input.channels + 2 * 64);
    for (int channel = 0; channel < plan.input.channels; ++channel)
    {
        Narrow* __restrict row = padded.data() + plane * channel + 1;
        for (int y = 0; y < plan.input.height; ++y)
        {
            row += plan.stride;
            for (std::size_t x = 0; x < width; ++x)
            {
                row[x] = static_cast<Narrow>(input[x]);
            }
            input += width;
        }
    }
}

/// First over the channels, then over the columns, then over the rows of the window.
template <typename Narrow, typename Wide>
NN_KERNEL inline void
SumAllTaps(const ConvPoolPlan& plan, const Narrow* __restrict padded, const Planes<Wide>& planes)
{
    const std::size_t stride = plan.stride;
    const std::size_t plane = (plan.input.height + 2) * stride;
    Wide* __restrict channels = planes.channels;
    Wide* __restrict rows = planes.rows;
    Wide* __restrict total = planes.total;
    std::fill(channels, channels + plane, Wide{0});
    for (int channel = 0; channel < plan.input.channels; ++channel)
    {
        for (std::size_t i = 0; i < plane; ++i)
        {
            channels[i] = static_cast<Wide>(channels[i] + padded[i]);
        }
        padded += plane;
    }
    for (std::size_t i = 0; i + 2 < plane; ++i)
    {
        rows[i] = static_cast<Wide>(channels[i] + channels[i + 1] + channels[i + 2]);
    }
    for (std::size_t i = 0; i + 2 < plan.input.height * stride; ++i)
    {
        total[i] = static_cast<Wide>(4 * (rows[i] + rows[i + stride] + rows[i + 2 * stride]));
    }
}

/// values = 4 sign (2 * sum over the filter's taps - all taps), for `count` vectors of sums.
template <std::size_t count, typename Narrow, typename Wide>
NN_KERNEL inline void
AddTaps(const ConvPoolPlan::Filter& filter,
        const Narrow* input,
        const Wide* __restrict total,
        Wide* __restrict values)
{
    constexpr std::size_t lanes = Register<Narrow>::lanes;
    typename Register<Narrow>::Type sums[count] = {};
    for (const std::int32_t offset : filter.offsets)
    {
        for (std::size_t j = 0; j < count; ++j)
        {
            typename Register<Narrow>::Type next;
            LoadTo(next, input + offset + j * lanes);
            sums[j] += next;
        }
    }
    Narrow taps[count * lanes];
    std::memcpy(taps, sums, sizeof(taps));
    const auto eight = static_cast<Wide>(8 * filter.sign);
    const auto one = static_cast<Wide>(-filter.sign);
    for (std::size_t i = 0; i < count * lanes; ++i)
    {
        values[i] = static_cast<Wide>(eight * taps[i] + one * total[i]);
    }
}

/// The last vectors of a map, fewer than tapVectors.
template <std::size_t count, typename Narrow, typename Wide>
NN_KERNEL inline void
AddLastTaps(const ConvPoolPlan::Filter& filter,
            std::size_t vectors,
            const Narrow* input,
            const Wide* __restrict total,
            Wide* __restrict values)
{
    if constexpr (count > 0)
    {
        if (vectors == count)
        {
            AddTaps<count>(filter, input, total, values);
            return;
        }
        AddLastTaps<count - 1>(filter, vectors, input, total, values);
    }
}

template <typename Narrow, typename Wide>
NN_KERNEL inline void
Convolve(const ConvPoolPlan& plan,
         const ConvPoolPlan::Filter& filter,
         const Narrow* padded,
         const Planes<Wide>& planes)
{
    constexpr std::size_t lanes = Register<Narrow>::lanes;
    const std::size_t size = plan.input.height * plan.stride;
    std::size_t i = 0;
    for (; i + tapVectors * lanes <= size; i += tapVectors * lanes)
    {
        AddTaps<tapVectors>(filter, padded + i, planes.total + i, planes.values + i);
    }
    AddLastTaps<tapVectors - 1>(
        filter, (size - i + lanes - 1) / lanes, padded + i, planes.total + i, planes.values + i);
    constexpr Wide least = std::numeric_limits<Wide>::min();
    for (int y = 0; y < plan.input.height; ++y)
    {
        std::fill(planes.values + y * plan.stride + plan.input.width,
                  planes.values + (y + 1) * plan.stride,
                  least);
    }
}

} // namespace

} // namespace nn

#endif // NN_CONVOLUTION_BODY_H
