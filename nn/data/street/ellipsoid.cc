// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/ellipsoid.h"

#include "nn/data/street/portable-functions.h"

#include <cmath>

namespace nn::street
{

Ellipsoid::Ellipsoid(const Vector3d& centre, const Vector3d& radii, double shear)
    : m_centre(centre), m_radii(radii), m_shear(shear)
{
}

Ellipsoid::Probe::Probe(const Ellipsoid& shape, const Vector3d& origin)
    : m_radii(ToFloat(shape.m_radii)), m_shear(static_cast<float>(shape.m_shear))
{
    const Vector3d offset = origin - shape.m_centre;
    const Vector3d sphere{(offset.x - shape.m_shear * offset.z) / shape.m_radii.x,
                          offset.y / shape.m_radii.y,
                          offset.z / shape.m_radii.z};
    m_origin = ToFloat(sphere);
    m_power = static_cast<float>(Dot(sphere, sphere) - 1);
}

Vector3f
Ellipsoid::Probe::ToSphere(const Vector3f& direction) const
{
    return {(direction.x - m_shear * direction.z) / m_radii.x,
            direction.y / m_radii.y,
            direction.z / m_radii.z};
}

bool
Ellipsoid::Probe::Intersect(const Vector3f& direction, float limit, RayHit& hit) const
{
    const Vector3f d = ToSphere(direction);
    const float a = Dot(d, d);
    const float b = Dot(m_origin, d);
    const float discriminant = b * b - a * m_power;
    if (!(discriminant > 0))
    {
        return false;
    }
    const float distance = (-b - std::sqrt(discriminant)) / a;
    if (distance <= nearestDistance || distance >= limit)
    {
        return false;
    }
    hit = {distance, 0};
    return true;
}

Vector3f
Ellipsoid::GetNormal(const Vector3d& origin, const Vector3f& direction, const RayHit& hit) const
{
    const Probe probe(*this, origin);
    const Vector3f sphere = probe.m_origin + probe.ToSphere(direction) * hit.distance;
    const Vector3f& radii = probe.m_radii;
    const float forward = sphere.x / radii.x;
    return Normalize(
        Vector3f{forward, sphere.y / radii.y, sphere.z / radii.z - probe.m_shear * forward});
}

Bounds
Ellipsoid::GetBounds() const
{
    const Vector3d extent{Length(m_radii.x, m_shear * m_radii.z), m_radii.y, m_radii.z};
    return {m_centre - extent, m_centre + extent};
}

} // namespace nn::street
