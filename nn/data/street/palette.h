// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_PALETTE_H
#define NN_STREET_PALETTE_H

#include "nn/data/split-mix64.h"
#include "nn/data/street/vector.h"

namespace nn::street
{

/// Random colours. Each is taken from a short list and varied in brightness and hue.

/// Paint of a vehicle.
Colour DrawPaint(SplitMix64& random);
/// Cloth of a garment or a bag.
Colour DrawCloth(SplitMix64& random);
Colour DrawSkin(SplitMix64& random);
Colour DrawHair(SplitMix64& random);

} // namespace nn::street

#endif // NN_STREET_PALETTE_H
