// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/map-aggregation.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace nn
{

namespace
{

using Maps = std::vector<const FeatureBatch*>;

std::vector<const FeatureBatch*>
GetPresent(const Maps& maps)
{
    Maps present;
    std::copy_if(maps.begin(),
                 maps.end(),
                 std::back_inserter(present),
                 [](const FeatureBatch* map) { return map != nullptr; });
    return present;
}

FeatureBatch
MaxMaps(const Maps& present)
{
    FeatureBatch result = *present.front();
    for (std::size_t child = 1; child < present.size(); ++child)
    {
        std::transform(result.values.begin(),
                       result.values.end(),
                       present[child]->values.begin(),
                       result.values.begin(),
                       [](std::int16_t a, std::int16_t b) { return std::max(a, b); });
    }
    return result;
}

FeatureBatch
AverageMaps(const Maps& present)
{
    FeatureBatch result = *present.front();
    for (std::size_t child = 1; child < present.size(); ++child)
    {
        const std::vector<std::int16_t>& values = present[child]->values;
        for (std::size_t i = 0; i < values.size(); ++i)
        {
            result.values[i] = static_cast<std::int16_t>(result.values[i] + values[i]);
        }
    }
    result.divisor *= static_cast<int>(present.size());
    return result;
}

FeatureBatch
StackMaps(const Maps& maps, const FeatureBatch& like)
{
    MapShape shape = like.shape;
    shape.channels *= static_cast<int>(maps.size());
    FeatureBatch result(shape, like.samples, like.divisor);
    const std::size_t size = like.shape.Size();
    for (std::size_t child = 0; child < maps.size(); ++child)
    {
        for (int n = 0; maps[child] != nullptr && n < like.samples; ++n)
        {
            std::copy_n(maps[child]->GetMap(n), size, result.GetMap(n) + size * child);
        }
    }
    return result;
}

/// Index of the first child with the greatest value at i, of those that are there.
std::size_t
GetWinner(const Maps& maps, std::size_t i)
{
    std::size_t winner = maps.size();
    for (std::size_t child = 0; child < maps.size(); ++child)
    {
        if (maps[child] != nullptr &&
            (winner == maps.size() || maps[child]->values[i] > maps[winner]->values[i]))
        {
            winner = child;
        }
    }
    return winner;
}

/// The inverse of StackMaps, for gradients.
std::vector<std::vector<float>>
UnstackGradient(const Maps& maps, const std::vector<float>& gradient)
{
    const std::size_t size = GetPresent(maps).front()->shape.Size();
    std::vector<std::vector<float>> parts(maps.size());
    for (std::vector<float>& part : parts)
    {
        part.reserve(gradient.size() / maps.size());
    }
    for (auto source = gradient.begin(); source != gradient.end();)
    {
        for (std::vector<float>& part : parts)
        {
            const auto end = source + static_cast<std::ptrdiff_t>(size);
            part.insert(part.end(), source, end);
            source = end;
        }
    }
    return parts;
}

std::vector<std::vector<float>>
Distribute(Aggregation aggregation, const Maps& maps, const std::vector<float>& gradient)
{
    if (aggregation == Aggregation::Average)
    {
        return std::vector<std::vector<float>>(maps.size(), gradient);
    }
    if (aggregation == Aggregation::Concatenate)
    {
        return UnstackGradient(maps, gradient);
    }
    std::vector<std::vector<float>> parts(maps.size(), std::vector<float>(gradient.size()));
    for (std::size_t i = 0; i < gradient.size(); ++i)
    {
        parts[GetWinner(maps, i)][i] = gradient[i];
    }
    return parts;
}

} // namespace

FeatureBatch
AggregateMaps(Aggregation aggregation, const std::vector<const FeatureBatch*>& maps)
{
    const Maps present = GetPresent(maps);
    switch (aggregation)
    {
    case Aggregation::Max:
        return MaxMaps(present);
    case Aggregation::Average:
        return AverageMaps(present);
    case Aggregation::Concatenate:
        break;
    }
    return StackMaps(maps, *present.front());
}

std::vector<std::vector<float>>
DistributeMapGradient(Aggregation aggregation,
                      const std::vector<const FeatureBatch*>& maps,
                      const std::vector<float>& gradient)
{
    std::vector<std::vector<float>> parts = Distribute(aggregation, maps, gradient);
    for (std::size_t child = 0; child < maps.size(); ++child)
    {
        if (maps[child] == nullptr)
        {
            parts[child].clear();
        }
    }
    return parts;
}

} // namespace nn
