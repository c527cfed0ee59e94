// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/partial-aggregation.h"

#include "nn/network/pointers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>

namespace nn
{

namespace
{

using Maps = std::vector<const FeatureBatch*>;

/// The maps of one sample, as at inference.
class SampleMaps
{
  public:
    SampleMaps(const Maps& maps, const Presence& presence, int sample)
        : m_pointers(maps.size(), nullptr)
    {
        m_maps.reserve(maps.size());
        for (std::size_t i = 0; i < maps.size(); ++i)
        {
            if (presence.Has(static_cast<int>(i), sample))
            {
                const FeatureBatch& map = *maps[i];
                m_maps.emplace_back(map.shape, 1, map.divisor);
                std::copy_n(map.GetMap(sample), map.shape.Size(), m_maps.back().values.begin());
                m_pointers[i] = &m_maps.back();
            }
        }
    }

    bool IsEmpty() const
    {
        return m_maps.empty();
    }

    /// Null: missing.
    const Maps& Get() const
    {
        return m_pointers;
    }

  private:
    std::vector<FeatureBatch> m_maps;
    Maps m_pointers;
};

/// All zero, in the form of the aggregate.
FeatureBatch
MakeAggregate(Aggregation aggregation, const Maps& maps)
{
    const FeatureBatch& first = *maps.front();
    const auto count = static_cast<int>(maps.size());
    MapShape shape = first.shape;
    shape.channels *= aggregation == Aggregation::Concatenate ? count : 1;
    const int factor = aggregation == Aggregation::Average ? GetCommonDivisor(count) : 1;
    return {shape, first.samples, first.divisor * factor};
}

} // namespace

int
GetCommonDivisor(int maps)
{
    int result = 1;
    for (int i = 2; i <= maps && result != 0; ++i)
    {
        const std::int64_t multiple = std::lcm<std::int64_t>(result, i);
        result =
            multiple <= std::numeric_limits<std::int16_t>::max() ? static_cast<int>(multiple) : 0;
    }
    return result;
}

FeatureBatch
AggregatePresentMaps(Aggregation aggregation, const Maps& maps, const Presence& presence)
{
    if (presence.IsComplete())
    {
        return AggregateMaps(aggregation, maps);
    }
    FeatureBatch result = MakeAggregate(aggregation, maps);
    for (int n = 0; n < result.samples; ++n)
    {
        const SampleMaps sample(maps, presence, n);
        if (sample.IsEmpty())
        {
            continue;
        }
        const FeatureBatch aggregate = AggregateMaps(aggregation, sample.Get());
        const int factor = result.divisor / aggregate.divisor;
        std::transform(
            aggregate.values.begin(),
            aggregate.values.end(),
            result.GetMap(n),
            [factor](std::int16_t value) { return static_cast<std::int16_t>(value * factor); });
    }
    return result;
}

std::vector<std::vector<float>>
DistributePresentMapGradient(Aggregation aggregation,
                             const Maps& maps,
                             const std::vector<float>& gradient,
                             const Presence& presence)
{
    if (presence.IsComplete())
    {
        return DistributeMapGradient(aggregation, maps, gradient);
    }
    const FeatureBatch& first = *maps.front();
    const FeatureBatch aggregate = MakeAggregate(aggregation, maps);
    std::vector<std::vector<float>> result(maps.size(), std::vector<float>(first.values.size()));
    for (int n = 0; n < first.samples; ++n)
    {
        const SampleMaps sample(maps, presence, n);
        if (sample.IsEmpty())
        {
            continue;
        }
        const auto begin =
            gradient.begin() +
            static_cast<std::ptrdiff_t>(aggregate.shape.Size() * static_cast<std::size_t>(n));
        std::vector<float> part(begin, begin + static_cast<std::ptrdiff_t>(aggregate.shape.Size()));
        if (aggregation == Aggregation::Average)
        {
            const auto factor = static_cast<float>(GetCommonDivisor(static_cast<int>(maps.size())) /
                                                   presence.Count(n));
            std::transform(
                part.begin(), part.end(), part.begin(), [factor](float g) { return g * factor; });
        }
        const auto parts = DistributeMapGradient(aggregation, sample.Get(), part);
        for (std::size_t i = 0; i < maps.size(); ++i)
        {
            std::copy(parts[i].begin(),
                      parts[i].end(),
                      result[i].begin() + static_cast<std::ptrdiff_t>(first.shape.Size() *
                                                                      static_cast<std::size_t>(n)));
        }
    }
    return result;
}

} // namespace nn
