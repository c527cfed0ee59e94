// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/block.h"

#include <utility>

namespace nn
{

Block
MakeBlock(Precision precision, MapShape input, int filters, SplitMix64& random)
{
    if (precision == Precision::Float)
    {
        return FloatConvPoolBlock(input, filters, random);
    }
    return ConvPoolBlock(input, filters, random);
}

MapShape
GetOutputShape(const Block& block)
{
    return std::visit([](const auto& kind) { return kind.GetOutputShape(); }, block);
}

Precision
GetPrecision(const Block& block)
{
    return std::visit([](const auto& kind) { return kind.precision; }, block);
}

RealBatch
ToReal(const Activations& activations)
{
    RealBatch real;
    ToReal(activations, real);
    return real;
}

void
ToReal(const Activations& activations, RealBatch& real)
{
    if (const auto* features = std::get_if<FeatureBatch>(&activations))
    {
        ToReal(*features, real);
        return;
    }
    real = std::get<RealBatch>(activations);
}

template <>
FeatureBatch
Take<FeatureBatch>(Activations activations)
{
    return std::get<FeatureBatch>(std::move(activations));
}

template <>
RealBatch
Take<RealBatch>(Activations activations)
{
    auto* real = std::get_if<RealBatch>(&activations);
    return real != nullptr ? std::move(*real) : ToReal(std::get<FeatureBatch>(activations));
}

} // namespace nn
