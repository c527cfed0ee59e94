// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/palette.h"

#include <algorithm>
#include <array>

namespace nn::street
{

namespace
{

const std::array<Vector3d, 10> paints = {{{.88, .88, .86},
                                          {.62, .63, .65},
                                          {.16, .16, .18},
                                          {.36, .37, .40},
                                          {.62, .10, .10},
                                          {.12, .22, .50},
                                          {.10, .33, .22},
                                          {.78, .66, .30},
                                          {.40, .10, .16},
                                          {.45, .60, .75}}};
const std::array<Vector3d, 10> cloths = {{{.10, .10, .12},
                                          {.18, .20, .30},
                                          {.45, .45, .46},
                                          {.80, .80, .78},
                                          {.55, .12, .12},
                                          {.15, .32, .22},
                                          {.50, .40, .26},
                                          {.24, .38, .60},
                                          {.72, .55, .20},
                                          {.42, .22, .45}}};
const std::array<Vector3d, 3> skins = {{{.85, .66, .54}, {.70, .50, .38}, {.45, .30, .22}}};

/// Varies the brightness by a factor in 1 +- amount, then each channel by +- amount / 4.
Colour
Vary(SplitMix64& random, const Vector3d& colour, double amount)
{
    const double brightness = 1.0 + random.Uniform(-amount, amount);
    const auto vary = [&](double channel) {
        const double value = channel * brightness + random.Uniform(-amount, amount) * 0.25;
        return static_cast<float>(std::clamp(value, 0.02, 1.0));
    };
    Colour varied;
    varied.x = vary(colour.x);
    varied.y = vary(colour.y);
    varied.z = vary(colour.z);
    return varied;
}

template <std::size_t count>
Colour
Draw(SplitMix64& random, const std::array<Vector3d, count>& colours, double amount)
{
    const int index = random.Index(static_cast<int>(count));
    return Vary(random, colours[static_cast<std::size_t>(index)], amount);
}

} // namespace

Colour
DrawPaint(SplitMix64& random)
{
    return Draw(random, paints, 0.25);
}

Colour
DrawCloth(SplitMix64& random)
{
    return Draw(random, cloths, 0.25);
}

Colour
DrawSkin(SplitMix64& random)
{
    return Draw(random, skins, 0.1);
}

Colour
DrawHair(SplitMix64& random)
{
    return Vary(random, {.22, .16, .10}, 0.3);
}

} // namespace nn::street
