// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/ray-caster.h"

#include <algorithm>
#include <cmath>

namespace nn::street
{

namespace
{

constexpr float nothing = 1e8F; //!< distance, metres

/// Position of ray i of a row or column, 0 to 1.
double
GetShare(int i)
{
    return (i + .5) / RayCaster::raysPerSide;
}

/// Index of the first ray of a row or column at or behind a share, in 0 .. raysPerSide.
int
FindRay(double share, double margin)
{
    const double index = share * RayCaster::raysPerSide + margin;
    return static_cast<int>(std::clamp(index, 0.0, double{RayCaster::raysPerSide}));
}

} // namespace

RayCaster::RayCaster(const Camera& camera, const Rectangle& crop)
    : m_camera(camera), m_crop(crop), m_targets(rayCount)
{
    m_directions.reserve(rayCount);
    for (int row = 0; row < raysPerSide; ++row)
    {
        const double v = crop.top + crop.GetHeight() * GetShare(row);
        for (int column = 0; column < raysPerSide; ++column)
        {
            const double u = crop.left + crop.GetWidth() * GetShare(column);
            m_directions.push_back(camera.GetRay(u, v));
        }
    }
    for (Target& target : m_targets)
    {
        target.hit.distance = nothing;
    }
}

void
RayCaster::Cast(const SceneObject& object)
{
    for (const Primitive& primitive : object.GetPrimitives())
    {
        std::visit([&](const auto& shape) { Cast(object, primitive, shape); }, primitive.shape);
    }
}

template <typename Shape>
void
RayCaster::Cast(const SceneObject& object, const Primitive& primitive, const Shape& shape)
{
    const typename Shape::Probe probe(shape, object.ToLocal(GetOrigin()));
    const Window window = FindWindow(object, shape.GetBounds());
    for (int row = window.firstRow; row < window.lastRow; ++row)
    {
        for (int column = window.firstColumn; column < window.lastColumn; ++column)
        {
            const int ray = row * raysPerSide + column;
            Target& target = m_targets[ray];
            const Vector3f direction = object.RotateToLocal(m_directions[ray]);
            if (probe.Intersect(direction, target.hit.distance, target.hit))
            {
                target.object = &object;
                target.primitive = &primitive;
            }
        }
    }
}

RayCaster::Window
RayCaster::FindWindow(const SceneObject& object, const Bounds& bounds) const
{
    constexpr double leastDepth = 0.1; // metres: nearer corners project to anywhere
    constexpr double margin = 3;       // rays: silhouettes are as fuzzy as float is
    Rectangle shares{1e300, -1e300, 1e300, -1e300};
    for (const Vector3d& corner : bounds.GetCorners())
    {
        const ImagePoint point = m_camera.Project(object.ToWorld(corner));
        if (point.depth < leastDepth)
        {
            return {};
        }
        const double across = (point.u - m_crop.left) / m_crop.GetWidth();
        const double down = (point.v - m_crop.top) / m_crop.GetHeight();
        shares.left = std::min(shares.left, across);
        shares.right = std::max(shares.right, across);
        shares.top = std::min(shares.top, down);
        shares.bottom = std::max(shares.bottom, down);
    }
    return {FindRay(shares.top, -margin),
            FindRay(shares.bottom, margin),
            FindRay(shares.left, -margin),
            FindRay(shares.right, margin)};
}

int
RayCaster::Count(const SceneObject& object) const
{
    return static_cast<int>(std::count_if(
        m_targets.begin(), m_targets.end(), [&](const Target& t) { return t.object == &object; }));
}

} // namespace nn::street
