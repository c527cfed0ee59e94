// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CHANNEL_LAYOUT_H
#define NN_CHANNEL_LAYOUT_H

#include "nn/blocks/feature-batch.h"
#include "nn/packed/packed-bits.h"

#include <cstdint>
#include <vector>

namespace nn
{

/// Concatenated maps, channel after channel, with the channels of a position side by side instead.
/// \param maps (C / maps, H, W) each; null: missing, zeros
/// \param shape of the concatenation, (C, H, W)
/// \return (H + 2, W + 2, ceil(C / 32)): channel c is bit c % 32; see WindowRow
std::vector<std::uint32_t> InterleaveChannels(const std::vector<const PackedBits*>& maps,
                                              MapShape shape);

/// The way back, without a border.
/// \param interleaved (H, W, ceil(C / 16)): channel c is bit c % 16
/// \param shape of the result, (C, H, W)
PackedBits SeparateChannels(const std::vector<std::uint16_t>& interleaved, MapShape shape);

} // namespace nn

#endif // NN_CHANNEL_LAYOUT_H
