// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/packed-section.h"

#include "nn/network/check-inputs.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace nn
{

namespace
{

bool
IsRaw(const SectionPlace& place)
{
    return place.format == FeatureFormat::Pixels;
}

bool
IsAverage(const SectionPlace& place)
{
    return place.aggregation == Aggregation::Average && place.children > 1;
}

/// The divisors of the integers that may come: one for each number of maps in an average.
std::vector<int>
GetDivisors(const SectionPlace& place)
{
    if (IsRaw(place))
    {
        return {255};
    }
    std::vector<int> divisors(static_cast<std::size_t>(place.children));
    std::iota(divisors.begin(), divisors.end(), 1);
    return divisors;
}

/// Maps that are stacked to the input of the first block.
int
GetStackedCount(const SectionPlace& place)
{
    return place.aggregation == Aggregation::Concatenate ? place.children : 1;
}

bool
IsBinary(const Section& section)
{
    const std::vector<Block>& blocks = section.GetBlocks();
    return section.GetExit().GetPrecision() == Precision::Binary &&
           std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
               return std::holds_alternative<ConvPoolBlock>(block);
           });
}

} // namespace

bool
PackedSection::IsPossible(const Section& section, const SectionPlace& place)
{
    const bool stacked = place.aggregation == Aggregation::Concatenate || place.children == 1;
    const bool real = GetInputKind(place) == InputKind::Real;
    const bool linear = section.GetBlocks().empty();
    return IsBinary(section) && !(real && linear) && (stacked || !IsRaw(place)) &&
           !(IsAverage(place) && place.children > maximumAveragedMaps);
}

PackedSection::PackedSection(const Section& section, SectionPlace place, const BitKernels& kernels)
    : m_place(place),
      m_kernels(&kernels),
      m_operations(CountOperations(section, place)),
      m_exit(section.GetExit(), kernels)
{
    bool first = true;
    for (const Block& any : section.GetBlocks())
    {
        const auto& block = std::get<ConvPoolBlock>(any);
        if (first && GetInputKind(place) == InputKind::Real)
        {
            m_integerBlock.emplace(block, GetDivisors(place), kernels);
        }
        else
        {
            m_binaryBlocks.emplace_back(block, first ? GetStackedCount(place) : 1, kernels);
        }
        first = false;
    }
}

int
PackedSection::GetInputCount() const
{
    return m_place.children;
}

std::size_t
PackedSection::GetInputBytes(int /* i */) const
{
    return GetFeatureBytes(m_place.child, m_place.format);
}

SectionOutput
PackedSection::Run(const std::vector<const std::vector<std::uint8_t>*>& inputs) const
{
    CheckInputs(inputs, m_place.children);
    for (const PackedBits* input : inputs)
    {
        if (input != nullptr)
        {
            CheckFeatureBytes(*input, m_place.child, m_place.format);
        }
    }
    if (!m_integerBlock && m_binaryBlocks.empty())
    {
        return RunWithoutBlocks(inputs);
    }
    SectionOutput output;
    output.features = m_integerBlock ? RunIntegerBlock(inputs) : RunFirstBinaryBlock(inputs);
    for (std::size_t i = m_integerBlock ? 0 : 1; i < m_binaryBlocks.size(); ++i)
    {
        output.features = m_binaryBlocks[i].Run({&output.features});
    }
    output.scores = m_exit.Run(output.features);
    if (m_place.upward == SectionPlace::Upward::Nothing)
    {
        output.features.clear();
    }
    return output;
}

PackedBits
PackedSection::RunIntegerBlock(const PackedInputs& inputs) const
{
    return m_integerBlock->IsWide() ? RunIntegerBlockWith<std::int32_t>(inputs)
                                    : RunIntegerBlockWith<std::int16_t>(inputs);
}

template <typename T>
PackedBits
PackedSection::RunIntegerBlockWith(const PackedInputs& inputs) const
{
    const std::size_t size = m_integerBlock->GetMapSize();
    const auto present = static_cast<std::size_t>(
        std::count_if(inputs.begin(), inputs.end(), [](const auto* i) { return i != nullptr; }));
    const std::size_t divisor = IsAverage(m_place) ? present - 1 : 0;
    return m_integerBlock->Run(IsRaw(m_place)
                                   ? ConcatenatePixels<T>(inputs, m_place.child, size, *m_kernels)
                                   : AverageBits<T>(inputs, m_place.child, size),
                               divisor);
}

PackedBits
PackedSection::RunFirstBinaryBlock(const PackedInputs& inputs) const
{
    if (m_place.aggregation == Aggregation::Concatenate)
    {
        return m_binaryBlocks.front().Run(inputs);
    }
    const PackedBits aggregate = MaxBits(inputs);
    return m_binaryBlocks.front().Run({&aggregate});
}

/// Missing parts of a concatenation have no bits of their own: as features they are zeros.
SectionOutput
PackedSection::RunWithoutBlocks(const PackedInputs& inputs) const
{
    const std::size_t bits = m_place.child.Size();
    SectionOutput output;
    if (m_place.aggregation == Aggregation::Concatenate)
    {
        output.features = ConcatenateBits(inputs, bits);
        output.scores = m_exit.Run(output.features, MarkPresentBits(inputs, bits));
    }
    else
    {
        const PackedBits aggregate = MaxBits(inputs);
        output.features = ConcatenateBits({&aggregate}, bits);
        output.scores = m_exit.Run(output.features);
    }
    if (m_place.upward == SectionPlace::Upward::Nothing)
    {
        output.features.clear();
    }
    return output;
}

OperationCount
PackedSection::GetOperations() const
{
    return m_operations;
}

std::size_t
PackedSection::GetParameterBytes() const
{
    std::size_t bytes = m_exit.GetParameterBytes();
    bytes += m_integerBlock ? m_integerBlock->GetParameterBytes() : 0;
    for (const BinaryBlock& block : m_binaryBlocks)
    {
        bytes += block.GetParameterBytes();
    }
    return bytes;
}

} // namespace nn
