// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_BOUNDS_H
#define NN_STREET_BOUNDS_H

#include "nn/data/street/vector.h"

#include <array>

namespace nn::street
{

/// A box around a shape, along the axes of its coordinates.
struct Bounds
{
    Vector3d low;
    Vector3d high;

    std::array<Vector3d, 8> GetCorners() const
    {
        std::array<Vector3d, 8> corners;
        for (unsigned i = 0; i < 8; ++i)
        {
            corners[i] = {(i & 4U) != 0 ? high.x : low.x,
                          (i & 2U) != 0 ? high.y : low.y,
                          (i & 1U) != 0 ? high.z : low.z};
        }
        return corners;
    }
};

} // namespace nn::street

#endif // NN_STREET_BOUNDS_H
