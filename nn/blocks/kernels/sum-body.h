// SPDX-License-Identifier: GPL-2.0-only
/// Sums of batch normalizations and linear layers. Included by each kernels-*.cc.
#ifndef NN_SUM_BODY_H
#define NN_SUM_BODY_H

#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/kernels/vector-body.h"

namespace nn
{

namespace
{

using FourDoubles = Register<double, 32>::Type;

/// `count` channels at a time: their sums do not wait for each other.
template <std::size_t count>
NN_KERNEL inline void
AddChannels(const float* a, const float* b, std::size_t positions, ChannelSums* sums)
{
    FourDoubles first[count];
    FourDoubles second[count];
    for (std::size_t c = 0; c < count; ++c)
    {
        LoadTo(first[c], sums[c].first);
        LoadTo(second[c], sums[c].second);
    }
    std::size_t i = 0;
    for (; i + 4 <= positions; i += 4)
    {
        for (std::size_t c = 0; c < count; ++c)
        {
            Register<float, 16>::Type x;
            Register<float, 16>::Type y;
            LoadTo(x, a + c * positions + i);
            LoadTo(y, b + c * positions + i);
            const FourDoubles value = __builtin_convertvector(x, FourDoubles);
            first[c] += value;
            second[c] += value * __builtin_convertvector(y, FourDoubles);
        }
    }
    for (std::size_t c = 0; c < count; ++c)
    {
        StoreFrom(first[c], sums[c].first);
        StoreFrom(second[c], sums[c].second);
        for (std::size_t j = c * positions + i; j < (c + 1) * positions; ++j)
        {
            sums[c].first[0] += a[j];
            sums[c].second[0] += static_cast<double>(a[j]) * b[j];
        }
    }
}

NN_KERNEL void
AddProducts(
    const float* a, const float* b, std::size_t channels, std::size_t positions, ChannelSums* sums)
{
    std::size_t c = 0;
    for (; c + 4 <= channels; c += 4)
    {
        AddChannels<4>(a + c * positions, b + c * positions, positions, sums + c);
    }
    for (; c < channels; ++c)
    {
        AddChannels<1>(a + c * positions, b + c * positions, positions, sums + c);
    }
}

/// Eight partial sums.
NN_KERNEL float
Dot(const float* a, const float* b, std::size_t count)
{
    using EightFloats = Register<float, 32>::Type;
    EightFloats sum{};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
    {
        EightFloats x;
        EightFloats y;
        LoadTo(x, a + i);
        LoadTo(y, b + i);
        sum += x * y;
    }
    float tail = 0;
    for (; i < count; ++i)
    {
        tail += a[i] * b[i];
    }
    return (((sum[0] + sum[4]) + (sum[1] + sum[5])) + ((sum[2] + sum[6]) + (sum[3] + sum[7]))) +
           tail;
}

NN_KERNEL void
AddScaled(float factor, const float* __restrict x, float* __restrict y, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
    {
        y[i] += factor * x[i];
    }
}

} // namespace

} // namespace nn

#endif // NN_SUM_BODY_H
