// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_VIEW_PICTURE_H
#define SIMULATOR_VIEW_PICTURE_H

#include "nn/data/multi-view-data-set.h"

#include <cstdint>
#include <string>

namespace simulator
{

/// A view as a PNG file, its pixels as they are. The first three channels are red, green and blue;
/// with fewer, the first one is grey. \param pixels (C, H, W)
std::string EncodePng(const std::uint8_t* pixels, nn::ViewShape shape);

} // namespace simulator

#endif // SIMULATOR_VIEW_PICTURE_H
