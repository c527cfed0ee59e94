// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/conv-pool-kernel.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace nn
{

namespace
{

constexpr int taps = 9;

template <typename T>
bool
Holds(std::int64_t value)
{
    return value <= std::numeric_limits<T>::max();
}

/// \param signs of one filter, (C, 3, 3)
ConvPoolPlan::Filter
MakeFilter(MapShape input, const float* signs)
{
    const int inputs = input.channels * taps;
    const auto plus = std::count(signs, signs + inputs, 1.0F);
    ConvPoolPlan::Filter filter;
    filter.sign = 2 * plus <= inputs ? 1 : -1;
    const auto stride = static_cast<int>(ConvPoolKernel::GetStride(input));
    for (int i = 0; i < inputs; ++i)
    {
        if (signs[i] == static_cast<float>(filter.sign))
        {
            const int tap = i % taps;
            filter.offsets.push_back((i / taps * (input.height + 2) + tap / 3) * stride + tap % 3);
        }
    }
    return filter;
}

} // namespace

ConvPoolKernel::ConvPoolKernel(MapShape input,
                               const std::vector<float>& signs,
                               const Kernels& kernels)
    : m_plan{input, GetStride(input), {}}, m_kernels(kernels)
{
    const std::size_t inputs = static_cast<std::size_t>(input.channels) * taps;
    for (std::size_t i = 0; i < signs.size(); i += inputs)
    {
        m_plan.filters.push_back(MakeFilter(input, signs.data() + i));
    }
}

std::size_t
ConvPoolKernel::GetStride(MapShape input)
{
    return static_cast<std::size_t>(input.width + 3) / 2 * 2;
}

MapShape
ConvPoolKernel::GetInputShape() const
{
    return m_plan.input;
}

MapShape
ConvPoolKernel::GetOutputShape() const
{
    return {static_cast<int>(m_plan.filters.size()),
            (m_plan.input.height + 1) / 2,
            (m_plan.input.width + 1) / 2};
}

/// The narrowest numbers that hold all sums: twice the taps of the rarer sign are at most all. The
/// pool has two bits more.
Kernels::ConvPool
ConvPoolKernel::Choose(int divisor) const
{
    const std::int64_t greatest = std::int64_t{taps} * m_plan.input.channels * divisor;
    if (!Holds<std::int16_t>(4 * greatest + 3))
    {
        return m_kernels.convPool[2];
    }
    return m_kernels.convPool[Holds<std::int8_t>(greatest / 2) ? 0 : 1];
}

void
ConvPoolKernel::Run(const std::int16_t* input,
                    int divisor,
                    Workspace& workspace,
                    float* pooled,
                    std::int32_t* winners) const
{
    if (winners == nullptr)
    {
        workspace.winners.resize(GetOutputShape().Size());
        winners = workspace.winners.data();
    }
    Choose(divisor)(m_plan, input, workspace, pooled, winners);
}

} // namespace nn
