// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/section-place.h"

#include <cstdint>

namespace nn
{

InputKind
GetInputKind(const SectionPlace& place)
{
    const bool average = place.aggregation == Aggregation::Average && place.children > 1;
    return place.format == FeatureFormat::Pixels || average ? InputKind::Real : InputKind::Binary;
}

namespace
{

/// Multiply-accumulates of a convolution.
constexpr auto CountBlock = [](const auto& block) {
    const MapShape input = block.GetInputShape();
    const std::uint64_t positions = static_cast<std::uint64_t>(input.height) * input.width;
    return positions * block.GetWeights().value.size();
};

} // namespace

OperationCount
CountOperations(const Section& section, const SectionPlace& place)
{
    InputKind kind = GetInputKind(place);
    OperationCount count;
    for (const Block& block : section.GetBlocks())
    {
        const bool isFloat = GetPrecision(block) == Precision::Float;
        (isFloat || kind == InputKind::Real ? count.real : count.binary) +=
            std::visit(CountBlock, block);
        kind = isFloat ? InputKind::Real : InputKind::Binary;
    }
    const bool isFloat = section.GetExit().GetPrecision() == Precision::Float;
    (isFloat || kind == InputKind::Real ? count.real : count.binary) +=
        section.GetExit().GetWeights().value.size();
    return count;
}

} // namespace nn
