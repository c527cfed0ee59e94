// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-kernel.h"

#include "nn/blocks/vector-kernels.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <type_traits>

namespace nn
{

namespace
{

constexpr int taps = 9;
/// Vectors that AddTaps keeps in registers.
constexpr std::size_t vectors = 8;

template <typename T>
constexpr std::size_t chunk = vectors* VectorOf<T>::lanes;

std::size_t
RoundUp(std::size_t count, std::size_t unit)
{
    return (count + unit - 1) / unit * unit;
}

/// output[i] = sum of input[i + offset] over the offsets, modulo 2^bits; count is a multiple of the
/// chunk.
template <typename T>
void
AddTaps(const T* input, const std::vector<std::int32_t>& offsets, T* output, std::size_t count)
{
    constexpr std::size_t lanes = VectorOf<T>::lanes;
    for (std::size_t i = 0; i < count; i += chunk<T>)
    {
        typename VectorOf<T>::Type sums[vectors] = {};
        for (const std::int32_t offset : offsets)
        {
            const T* values = input + i + offset;
            for (std::size_t j = 0; j < vectors; ++j)
            {
                sums[j] += Load(values + j * lanes);
            }
        }
        for (std::size_t j = 0; j < vectors; ++j)
        {
            Store(output + i + j * lanes, sums[j]);
        }
    }
}

} // namespace

ConvPoolKernel::ConvPoolKernel(MapShape input, const std::vector<float>& signs)
    : m_input(input),
      m_stride(input.width + 2),
      m_filters(signs.size() / (static_cast<std::size_t>(input.channels) * taps))
{
    const std::size_t inputs = static_cast<std::size_t>(input.channels) * taps;
    for (std::size_t k = 0; k < m_filters.size(); ++k)
    {
        const auto begin = signs.begin() + static_cast<std::ptrdiff_t>(k * inputs);
        const auto plus = std::count(begin, begin + static_cast<std::ptrdiff_t>(inputs), 1.0F);
        Filter& filter = m_filters[k];
        filter.sign = 2 * static_cast<std::size_t>(plus) <= inputs ? 1.0F : -1.0F;
        for (std::size_t i = 0; i < inputs; ++i)
        {
            if (signs[k * inputs + i] == filter.sign)
            {
                const auto channel = static_cast<int>(i / taps);
                const auto tap = static_cast<int>(i % taps);
                filter.offsets.push_back((channel * (input.height + 2) + tap / 3) * m_stride +
                                         tap % 3);
            }
        }
    }
}

MapShape
ConvPoolKernel::GetInputShape() const
{
    return m_input;
}

MapShape
ConvPoolKernel::GetOutputShape() const
{
    return {static_cast<int>(m_filters.size()), (m_input.height + 1) / 2, (m_input.width + 1) / 2};
}

void
ConvPoolKernel::Run(const std::int16_t* input,
                    int divisor,
                    Workspace& workspace,
                    float* pooled,
                    std::int32_t* winners) const
{
    const std::int64_t greatest = std::int64_t{taps} * m_input.channels * divisor;
    if (greatest <= std::numeric_limits<std::int16_t>::max())
    {
        RunWith(input, workspace.padded16, workspace.sums16, workspace, pooled, winners);
    }
    else
    {
        RunWith(input, workspace.padded32, workspace.sums32, workspace, pooled, winners);
    }
}

template <typename T>
void
ConvPoolKernel::RunWith(const std::int16_t* input,
                        std::vector<T>& padded,
                        std::vector<T>& sums,
                        Workspace& workspace,
                        float* pooled,
                        std::int32_t* winners) const
{
    const MapShape output = GetOutputShape();
    const std::size_t positions = static_cast<std::size_t>(output.height) * output.width;
    const std::size_t count =
        RoundUp(static_cast<std::size_t>(m_input.height) * m_stride, chunk<T>);
    const std::size_t plane = count + 2 * static_cast<std::size_t>(m_stride) + chunk<T>;
    sums.resize(4 * plane);
    T* total = sums.data();
    T* part = total + plane;
    workspace.keys.resize(static_cast<std::size_t>(m_input.height) * m_stride);
    workspace.columns.resize(m_stride);

    Pad(input, padded);
    SumAllTaps(padded.data(), total + 2 * plane, total + 3 * plane, total);
    for (std::size_t k = 0; k < m_filters.size(); ++k)
    {
        AddTaps(padded.data(), m_filters[k].offsets, part, count);
        WriteKeys(m_filters[k], part, total, workspace.keys.data());
        Pool(workspace.keys.data(),
             workspace.columns.data(),
             pooled + k * positions,
             winners ? winners + k * positions : nullptr);
    }
}

/// The border stays 0 from the first sample on: only the inside is written.
template <typename T>
void
ConvPoolKernel::Pad(const std::int16_t* input, std::vector<T>& padded) const
{
    const std::size_t plane = static_cast<std::size_t>(m_input.height + 2) * m_stride;
    padded.resize(plane * m_input.channels + 2 * chunk<T>);
    for (int channel = 0; channel < m_input.channels; ++channel)
    {
        for (int row = 0; row < m_input.height; ++row)
        {
            T* values =
                padded.data() + plane * channel + static_cast<std::size_t>(row + 1) * m_stride + 1;
            for (int column = 0; column < m_input.width; ++column)
            {
                values[column] = static_cast<T>(*input++);
            }
        }
    }
}

/// First over the channels, then over the columns, then over the rows of the window.
template <typename T>
void
ConvPoolKernel::SumAllTaps(const T* padded, T* channels, T* rows, T* total) const
{
    const std::size_t plane = static_cast<std::size_t>(m_input.height + 2) * m_stride;
    std::copy(padded, padded + plane, channels);
    for (int channel = 1; channel < m_input.channels; ++channel)
    {
        const T* values = padded + plane * channel;
        for (std::size_t i = 0; i < plane; ++i)
        {
            channels[i] = static_cast<T>(channels[i] + values[i]);
        }
    }
    for (std::size_t i = 0; i + 2 < plane; ++i)
    {
        rows[i] = static_cast<T>(channels[i] + channels[i + 1] + channels[i + 2]);
    }
    const std::size_t stride = m_stride;
    const std::size_t count = m_input.height * stride;
    for (std::size_t i = 0; i + 2 < count; ++i)
    {
        total[i] = static_cast<T>(rows[i] + rows[i + stride] + rows[i + 2 * stride]);
    }
}

/// A key is 16 times the value, to leave room for the place within the pool's window.
template <typename T>
void
ConvPoolKernel::WriteKeys(const Filter& filter, const T* taps, const T* total, float* keys) const
{
    using Signed = std::make_signed_t<T>;
    const float factor = 16.0F * filter.sign;
    for (int row = 0; row < m_input.height; ++row)
    {
        keys[0] = -std::numeric_limits<float>::infinity();
        for (int i = 0; i < m_input.width; ++i)
        {
            keys[i + 1] = factor * static_cast<float>(static_cast<Signed>(2 * taps[i] - total[i]));
        }
        keys[m_stride - 1] = -std::numeric_limits<float>::infinity();
        keys += m_stride;
        taps += m_stride;
        total += m_stride;
    }
}

/// The key of window place (r, c) gets 4 (2 - r) + (2 - c) more: the greatest key is then the first
/// of the greatest values.
void
ConvPoolKernel::Pool(const float* keys, float* columns, float* pooled, std::int32_t* winners) const
{
    const int outputWidth = (m_input.width + 1) / 2;
    for (int row = 0; row < (m_input.height + 1) / 2; ++row)
    {
        const int middle = 2 * row;
        const float* values = keys + static_cast<std::ptrdiff_t>(middle) * m_stride;
        for (int i = 0; i < m_stride; ++i)
        {
            columns[i] = values[i] + 4.0F;
        }
        if (middle > 0)
        {
            for (int i = 0; i < m_stride; ++i)
            {
                const float above = values[i - m_stride] + 8.0F;
                columns[i] = columns[i] > above ? columns[i] : above;
            }
        }
        if (middle + 1 < m_input.height)
        {
            for (int i = 0; i < m_stride; ++i)
            {
                const float below = values[i + m_stride];
                columns[i] = columns[i] > below ? columns[i] : below;
            }
        }
        PoolRow(columns, middle, pooled, winners);
        pooled += outputWidth;
        winners = winners ? winners + outputWidth : nullptr;
    }
}

void
ConvPoolKernel::PoolRow(const float* columns, int row, float* pooled, std::int32_t* winners) const
{
    const int outputWidth = (m_input.width + 1) / 2;
    for (int i = 0; i < outputWidth; ++i)
    {
        // With an odd width, the last window ends at the border.
        const float* window = columns + static_cast<std::ptrdiff_t>(2) * i;
        const float left = window[0] + 2.0F;
        const float middle = window[1] + 1.0F;
        const float right = window[2];
        const float side = left > right ? left : right;
        pooled[i] = middle > side ? middle : side;
    }
    if (winners)
    {
        for (int i = 0; i < outputWidth; ++i)
        {
            const int place = static_cast<int>(pooled[i]) & 15;
            winners[i] = (row + 1 - (place >> 2)) * m_stride + 2 * i + 1 - (place & 3);
        }
    }
    for (int i = 0; i < outputWidth; ++i)
    {
        pooled[i] = static_cast<float>(static_cast<int>(pooled[i]) >> 4);
    }
}

} // namespace nn
