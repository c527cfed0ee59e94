// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FEATURE_BYTES_H
#define NN_FEATURE_BYTES_H

#include "nn/blocks/feature-batch.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// How the output of a node travels: the formats of SectionInference.
enum class FeatureFormat
{
    Pixels, //!< a raw view: one byte per value, 0..255
    Bits //!< a feature map: one bit per activation, 1 is +1; bit i % 8 of byte i / 8; padded with 0
};

/// Bytes of one map.
std::size_t GetFeatureBytes(MapShape shape, FeatureFormat format);

/// \throw std::invalid_argument if the number of bytes is not that of one map
void CheckFeatureBytes(const std::vector<std::uint8_t>& bytes,
                       MapShape shape,
                       FeatureFormat format);

/// A feature map of one sample as bits.
std::vector<std::uint8_t> PackFeatures(const FeatureBatch& features);

/// The inverse, for both formats. Padding bits are ignored.
/// \throw std::invalid_argument if the number of bytes is wrong
FeatureBatch UnpackFeatures(const std::vector<std::uint8_t>& bytes,
                            MapShape shape,
                            FeatureFormat format);

} // namespace nn

#endif // NN_FEATURE_BYTES_H
