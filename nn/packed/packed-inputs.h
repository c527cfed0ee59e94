// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PACKED_INPUTS_H
#define NN_PACKED_INPUTS_H

#include "nn/network/section-place.h"
#include "nn/packed/integer-block.h"
#include "nn/packed/packed-bits.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// The aggregation of children's feature maps on their bytes: AggregateMaps without unpacking.
using PackedInputs = std::vector<const PackedBits*>;

/// Greatest number of maps that AverageBits adds.
constexpr int maximumAveragedMaps = 255;

/// max of activations: a one where any of the maps has one. At least one map is there.
PackedBits MaxBits(const PackedInputs& maps);

/// concat of activations: all maps one after the other, zeros for those that are missing.
/// \param bits of one map
PackedBits ConcatenateBits(const PackedInputs& maps, std::size_t bits);
/// Ones where ConcatenateBits has activations.
PackedBits MarkPresentBits(const PackedInputs& maps, std::size_t bits);

/// average of activations: their sum over the maps that are there.
/// \param shape of one map
/// \param size of the result: see IntegerBlock::GetMapSize
template <typename T>
BorderedMap<T> AverageBits(const PackedInputs& maps, MapShape shape, std::size_t size);

/// concat of raw views: all views one after the other, zeros for those that are missing. Raw views
/// are not aggregated in other ways.
/// \param shape of one view
template <typename T>
BorderedMap<T> ConcatenatePixels(const PackedInputs& views,
                                 MapShape shape,
                                 std::size_t size,
                                 const BitKernels& kernels);

} // namespace nn

#endif // NN_PACKED_INPUTS_H
