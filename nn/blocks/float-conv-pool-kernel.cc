// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/float-conv-pool-kernel.h"

#include <algorithm>
#include <utility>

namespace nn
{

namespace
{

constexpr std::size_t taps = 9;

/// Index in (filters, 3, 3, C) of number i of (filters, C, 3, 3).
std::size_t
GetChannelLastIndex(std::size_t i, std::size_t channels)
{
    const std::size_t filter = i / (channels * taps);
    const std::size_t channel = i / taps % channels;
    return (filter * taps + i % taps) * channels + channel;
}

std::vector<float>
MoveChannelsLast(const std::vector<float>& weights, std::size_t channels)
{
    std::vector<float> result(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
    {
        result[GetChannelLastIndex(i, channels)] = weights[i];
    }
    return result;
}

} // namespace

FloatConvPoolKernel::FloatConvPoolKernel(MapShape input, std::vector<float> weights)
    : m_input(input),
      m_filters(weights.size() / (static_cast<std::size_t>(input.channels) * taps)),
      m_weights(std::move(weights)),
      m_channelLastWeights(MoveChannelsLast(m_weights, static_cast<std::size_t>(input.channels))),
      m_kernels(GetKernels())
{
}

MapShape
FloatConvPoolKernel::GetInputShape() const
{
    return m_input;
}

MapShape
FloatConvPoolKernel::GetOutputShape() const
{
    return {static_cast<int>(m_filters), (m_input.height + 1) / 2, (m_input.width + 1) / 2};
}

std::size_t
FloatConvPoolKernel::GetStride() const
{
    return static_cast<std::size_t>(m_input.width) + 2;
}

std::size_t
FloatConvPoolKernel::GetPositions() const
{
    const MapShape output = GetOutputShape();
    return static_cast<std::size_t>(output.height) * output.width;
}

void
FloatConvPoolKernel::Run(const float* input,
                         Workspace& workspace,
                         float* pooled,
                         std::int32_t* winners) const
{
    const std::size_t stride = GetStride();
    const std::size_t rows = static_cast<std::size_t>(m_input.channels) * m_input.height;
    const std::size_t height = m_input.height;
    workspace.map.assign(m_input.channels * (height + 2) * stride, 0.0F);
    workspace.sums.resize(height * stride);
    for (std::size_t row = 0; row < rows; ++row)
    {
        const std::size_t place = row / height * (height + 2) + row % height + 1;
        std::copy_n(input + row * m_input.width,
                    m_input.width,
                    workspace.map.begin() + static_cast<std::ptrdiff_t>(place * stride + 1));
    }
    for (std::size_t filter = 0; filter < m_filters; ++filter)
    {
        Convolve(filter, workspace);
        Pool(workspace.sums,
             pooled + GetPositions() * filter,
             winners == nullptr ? nullptr : winners + GetPositions() * filter);
    }
}

/// A tap is one fixed offset for all positions.
void
FloatConvPoolKernel::Convolve(std::size_t filter, Workspace& workspace) const
{
    const std::size_t stride = GetStride();
    const std::size_t channels = m_input.channels;
    const std::size_t plane = (static_cast<std::size_t>(m_input.height) + 2) * stride;
    const std::size_t count =
        (static_cast<std::size_t>(m_input.height) - 1) * stride + m_input.width;
    std::fill(workspace.sums.begin(), workspace.sums.end(), 0.0F);
    const float* weight = m_weights.data() + filter * channels * taps;
    for (std::size_t channel = 0; channel < channels; ++channel)
    {
        const float* map = workspace.map.data() + channel * plane;
        for (std::size_t tap = 0; tap < taps; ++tap)
        {
            const std::size_t offset = tap / 3 * stride + tap % 3;
            m_kernels.addScaled(*weight++, map + offset, workspace.sums.data(), count);
        }
    }
}

void
FloatConvPoolKernel::Pool(const std::vector<float>& sums,
                          float* pooled,
                          std::int32_t* winners) const
{
    const auto stride = static_cast<int>(GetStride());
    const MapShape output = GetOutputShape();
    for (int position = 0; position < output.height * output.width; ++position)
    {
        const int row = position / output.width * 2;
        const int column = position % output.width * 2;
        int winner = -1;
        for (int y = std::max(0, row - 1); y <= std::min(m_input.height - 1, row + 1); ++y)
        {
            for (int x = std::max(0, column - 1); x <= std::min(m_input.width - 1, column + 1); ++x)
            {
                const int place = y * stride + x;
                winner = winner < 0 || sums[place] > sums[winner] ? place : winner;
            }
        }
        pooled[position] = sums[winner];
        if (winners != nullptr)
        {
            winners[position] = winner;
        }
    }
}

std::size_t
FloatConvPoolKernel::GetMapSize() const
{
    return (static_cast<std::size_t>(m_input.height) + 2) * GetStride() * m_input.channels;
}

std::size_t
FloatConvPoolKernel::GetPlace(std::size_t i) const
{
    const std::size_t width = m_input.width;
    const std::size_t row = i / width % m_input.height + 1;
    const std::size_t channel = i / width / m_input.height;
    return (row * GetStride() + i % width + 1) * m_input.channels + channel;
}

void
FloatConvPoolKernel::LayOut(const float* input, float* map) const
{
    for (std::size_t i = 0; i < m_input.Size(); ++i)
    {
        map[GetPlace(i)] = input[i];
    }
}

/// Channels last, a row of a window is one run of numbers.
void
FloatConvPoolKernel::AddWeightGradient(const float* map,
                                       const Maxima& maxima,
                                       std::size_t filter,
                                       std::vector<float>& gradient) const
{
    const std::size_t channels = m_input.channels;
    float* weights = gradient.data() + filter * taps * channels;
    for (std::size_t i = GetPositions() * filter; i < GetPositions() * (filter + 1); ++i)
    {
        for (std::size_t row = 0; maxima.gradient[i] != 0 && row < 3; ++row)
        {
            m_kernels.addScaled(maxima.gradient[i],
                                map + (maxima.winners[i] + row * GetStride()) * channels,
                                weights + row * 3 * channels,
                                3 * channels);
        }
    }
}

void
FloatConvPoolKernel::WriteInputGradient(const Maxima& maxima, float* output) const
{
    const std::size_t channels = m_input.channels;
    std::vector<float> map(GetMapSize());
    for (std::size_t i = 0; i < GetPositions() * m_filters; ++i)
    {
        const float* weights = m_channelLastWeights.data() + i / GetPositions() * taps * channels;
        for (std::size_t row = 0; maxima.gradient[i] != 0 && row < 3; ++row)
        {
            m_kernels.addScaled(maxima.gradient[i],
                                weights + row * 3 * channels,
                                map.data() + (maxima.winners[i] + row * GetStride()) * channels,
                                3 * channels);
        }
    }
    for (std::size_t i = 0; i < m_input.Size(); ++i)
    {
        output[i] = map[GetPlace(i)];
    }
}

std::vector<float>
FloatConvPoolKernel::MoveChannelsFirst(const std::vector<float>& gradient) const
{
    std::vector<float> result(gradient.size());
    for (std::size_t i = 0; i < result.size(); ++i)
    {
        result[i] = gradient[GetChannelLastIndex(i, m_input.channels)];
    }
    return result;
}

} // namespace nn
