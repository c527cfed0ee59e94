// SPDX-License-Identifier: GPL-2.0-only
/// Between maps (C, H, W) and maps with borders (H + 2, stride, C). Included by each kernels-*.cc.
#ifndef NN_LAYOUT_BODY_H
#define NN_LAYOUT_BODY_H

#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/kernels/vector-body.h"

#include <algorithm>

namespace nn
{

namespace
{

using FourFloats = Register<float, 16>::Type;

NN_KERNEL inline void
Transpose(FourFloats (&rows)[4])
{
    const FourFloats a = __builtin_shufflevector(rows[0], rows[1], 0, 4, 1, 5);
    const FourFloats b = __builtin_shufflevector(rows[2], rows[3], 0, 4, 1, 5);
    const FourFloats c = __builtin_shufflevector(rows[0], rows[1], 2, 6, 3, 7);
    const FourFloats d = __builtin_shufflevector(rows[2], rows[3], 2, 6, 3, 7);
    rows[0] = __builtin_shufflevector(a, b, 0, 1, 4, 5);
    rows[1] = __builtin_shufflevector(a, b, 2, 3, 6, 7);
    rows[2] = __builtin_shufflevector(c, d, 0, 1, 4, 5);
    rows[3] = __builtin_shufflevector(c, d, 2, 3, 6, 7);
}

using EightShorts = Register<std::int16_t, 16>::Type;

/// From four channels of eight places to the four numbers of two places each.
NN_KERNEL inline void
TransposePairs(EightShorts (&rows)[4])
{
    const EightShorts a = __builtin_shufflevector(rows[0], rows[2], 0, 8, 1, 9, 2, 10, 3, 11);
    const EightShorts b = __builtin_shufflevector(rows[1], rows[3], 0, 8, 1, 9, 2, 10, 3, 11);
    const EightShorts c = __builtin_shufflevector(rows[0], rows[2], 4, 12, 5, 13, 6, 14, 7, 15);
    const EightShorts d = __builtin_shufflevector(rows[1], rows[3], 4, 12, 5, 13, 6, 14, 7, 15);
    rows[0] = __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
    rows[1] = __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
    rows[2] = __builtin_shufflevector(c, d, 0, 8, 1, 9, 2, 10, 3, 11);
    rows[3] = __builtin_shufflevector(c, d, 4, 12, 5, 13, 6, 14, 7, 15);
}

/// One row of `count` channels, 1, 3 or 4; the numbers of a place become four neighbours.
/// \param plane distance of the channels of the input
/// \param channels distance of the places of the output
template <std::size_t count>
NN_KERNEL inline void
InterleaveRow(const std::int16_t* input,
              std::size_t plane,
              std::size_t width,
              float* output,
              std::size_t channels)
{
    std::size_t x = 0;
    for (; count > 2 && x + 8 <= width; x += 8)
    {
        EightShorts rows[4] = {};
        for (std::size_t channel = 0; channel < count; ++channel)
        {
            LoadTo(rows[channel], input + channel * plane + x);
        }
        TransposePairs(rows);
        for (std::size_t pair = 0; pair < 4; ++pair)
        {
            float places[8];
            const auto integers =
                __builtin_convertvector(rows[pair], Register<std::int32_t, 32>::Type);
            StoreFrom(__builtin_convertvector(integers, Register<float, 32>::Type), places);
            std::memcpy(output + (x + 2 * pair) * channels, places, sizeof(places) / 2);
            std::memcpy(output + (x + 2 * pair + 1) * channels, places + 4, sizeof(places) / 2);
        }
    }
    for (; x < width; ++x)
    {
        for (std::size_t channel = 0; channel < count; ++channel)
        {
            output[x * channels + channel] = input[channel * plane + x];
        }
    }
}

/// The inverse of InterleaveRow.
template <std::size_t count>
NN_KERNEL inline void
SeparateRow(
    const float* input, std::size_t channels, std::size_t width, float* output, std::size_t plane)
{
    std::size_t x = 0;
    for (; count > 2 && x + 4 <= width; x += 4)
    {
        FourFloats rows[4];
        for (std::size_t place = 0; place < 4; ++place)
        {
            LoadTo(rows[place], input + (x + place) * channels);
        }
        Transpose(rows);
        for (std::size_t channel = 0; channel < count; ++channel)
        {
            StoreFrom(rows[channel], output + channel * plane + x);
        }
    }
    for (; x < width; ++x)
    {
        for (std::size_t channel = 0; channel < count; ++channel)
        {
            output[channel * plane + x] = input[x * channels + channel];
        }
    }
}

/// `count` channels from `channel` on.
template <std::size_t count>
NN_KERNEL inline void
InterleaveChannels(const MapShape& shape,
                   const WindowShape& window,
                   std::size_t channel,
                   const std::int16_t* input,
                   float* map)
{
    const std::size_t width = shape.width;
    const std::size_t plane = width * shape.height;
    const std::size_t channels = window.channels;
    for (int y = 0; y < shape.height; ++y)
    {
        InterleaveRow<count>(input + channel * plane + y * width,
                             plane,
                             width,
                             map + window.stride * (y + 1) + channels + channel,
                             channels);
    }
}

template <std::size_t count>
NN_KERNEL inline void
SeparateChannels(const MapShape& shape,
                 const WindowShape& window,
                 std::size_t channel,
                 const float* map,
                 float* output)
{
    const std::size_t width = shape.width;
    const std::size_t plane = width * shape.height;
    const std::size_t channels = window.channels;
    for (int y = 0; y < shape.height; ++y)
    {
        SeparateRow<count>(map + window.stride * (y + 1) + channels + channel,
                           channels,
                           width,
                           output + channel * plane + y * width,
                           plane);
    }
}

NN_KERNEL void
Interleave(const MapShape& shape, const WindowShape& window, const std::int16_t* input, float* map)
{
    const std::size_t channels = shape.channels;
    std::size_t channel = 0;
    for (; channel + 4 <= channels; channel += 4)
    {
        InterleaveChannels<4>(shape, window, channel, input, map);
    }
    if (channel + 3 == channels)
    {
        InterleaveChannels<3>(shape, window, channel, input, map);
        return;
    }
    for (; channel < channels; ++channel)
    {
        InterleaveChannels<1>(shape, window, channel, input, map);
    }
}

NN_KERNEL void
Separate(const MapShape& shape, const WindowShape& window, const float* map, float* output)
{
    const std::size_t channels = shape.channels;
    std::size_t channel = 0;
    for (; channel + 4 <= channels; channel += 4)
    {
        SeparateChannels<4>(shape, window, channel, map, output);
    }
    for (; channel < channels; ++channel)
    {
        SeparateChannels<1>(shape, window, channel, map, output);
    }
}

} // namespace

} // namespace nn

#endif // NN_LAYOUT_BODY_H
