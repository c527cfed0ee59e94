// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_RAY_HIT_H
#define NN_STREET_RAY_HIT_H

namespace nn::street
{

/// Where a ray meets a shape.
struct RayHit
{
    float distance = 0; //!< metres from the origin of the ray
    int face = 0;       //!< index of the plane of a polyhedron; 0 for a curved surface
};

/// Nearer than this, a surface is not seen (metres).
constexpr float nearestDistance = 1e-3F;

} // namespace nn::street

#endif // NN_STREET_RAY_HIT_H
