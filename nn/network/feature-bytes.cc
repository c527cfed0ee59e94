// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/feature-bytes.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace nn
{

std::size_t
GetFeatureBytes(MapShape shape, FeatureFormat format)
{
    return format == FeatureFormat::Pixels ? shape.Size() : (shape.Size() + 7) / 8;
}

void
CheckFeatureBytes(const std::vector<std::uint8_t>& bytes, MapShape shape, FeatureFormat format)
{
    const std::size_t expected = GetFeatureBytes(shape, format);
    if (bytes.size() != expected)
    {
        throw std::invalid_argument("features of " + std::to_string(bytes.size()) +
                                    " bytes; expected " + std::to_string(expected));
    }
}

std::vector<std::uint8_t>
PackFeatures(const FeatureBatch& features)
{
    std::vector<std::uint8_t> bytes(GetFeatureBytes(features.shape, FeatureFormat::Bits));
    for (std::size_t i = 0; i < features.shape.Size(); ++i)
    {
        const unsigned bit = features.values[i] > 0 ? 1U : 0U;
        bytes[i / 8] = static_cast<std::uint8_t>(bytes[i / 8] | bit << i % 8);
    }
    return bytes;
}

FeatureBatch
UnpackFeatures(const std::vector<std::uint8_t>& bytes, MapShape shape, FeatureFormat format)
{
    CheckFeatureBytes(bytes, shape, format);
    if (format == FeatureFormat::Pixels)
    {
        FeatureBatch view(shape, 1, 255);
        std::copy(bytes.begin(), bytes.end(), view.values.begin());
        return view;
    }
    FeatureBatch map(shape, 1, 1);
    for (std::size_t i = 0; i < map.values.size(); ++i)
    {
        map.values[i] = static_cast<std::int16_t>((bytes[i / 8] >> i % 8 & 1) * 2 - 1);
    }
    return map;
}

} // namespace nn
