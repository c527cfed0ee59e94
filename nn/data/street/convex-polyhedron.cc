// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/convex-polyhedron.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nn::street
{

namespace
{

constexpr float farAway = 1e9F;
constexpr float leastSlope = 1e-9F; //!< a ray this parallel to a face is taken to meet it far away

/// Stretches `box` to hold a point.
void
Include(Bounds& box, const Vector3d& p)
{
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y), std::min(box.low.z, p.z)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y), std::max(box.high.z, p.z)};
}

Vector3d
ToDouble(const Vector3f& a)
{
    return {a.x, a.y, a.z};
}

} // namespace

ConvexPolyhedron::ConvexPolyhedron(const std::array<HalfSpace, faceCount>& faces)
{
    for (int i = 0; i < faceCount; ++i)
    {
        const Vector3f normal = ToFloat(faces[i].normal);
        const float length = std::sqrt(Dot(normal, normal));
        m_normals[i] = normal / length;
        m_offsets[i] = static_cast<float>(faces[i].offset) / length;
    }
}

ConvexPolyhedron
ConvexPolyhedron::MakeBox(const Bounds& box)
{
    return ConvexPolyhedron({{{{1, 0, 0}, box.high.x},
                              {{-1, 0, 0}, -box.low.x},
                              {{0, 1, 0}, box.high.y},
                              {{0, -1, 0}, -box.low.y},
                              {{0, 0, 1}, box.high.z},
                              {{0, 0, -1}, -box.low.z}}});
}

ConvexPolyhedron::Probe::Probe(const ConvexPolyhedron& shape, const Vector3d& origin)
    : m_normals(shape.m_normals)
{
    for (int i = 0; i < faceCount; ++i)
    {
        const Vector3f& normal = m_normals[i];
        const float along = normal.z * static_cast<float>(origin.z);
        m_heights[i] = static_cast<float>(shape.m_offsets[i] -
                                          (normal.x * origin.x + normal.y * origin.y + along));
    }
}

bool
ConvexPolyhedron::Probe::Intersect(const Vector3f& direction, float limit, RayHit& hit) const
{
    float enter = -farAway;
    float leave = farAway;
    int face = 0;
    for (int i = 0; i < faceCount; ++i)
    {
        const float slope = Dot(m_normals[i], direction);
        const float distance = m_heights[i] / (std::abs(slope) < leastSlope ? leastSlope : slope);
        if (slope >= 0)
        {
            leave = std::min(leave, distance);
        }
        else if (distance > enter)
        {
            enter = distance;
            face = i;
        }
    }
    if (enter >= leave || enter <= nearestDistance || enter >= limit)
    {
        return false;
    }
    hit = {enter, face};
    return true;
}

Vector3f
ConvexPolyhedron::GetNormal(const Vector3d& /* origin */,
                            const Vector3f& /* direction */,
                            const RayHit& hit) const
{
    return m_normals[hit.face];
}

std::optional<Vector3d>
ConvexPolyhedron::FindVertex(int i, int j, int k) const
{
    constexpr double tolerance = 1e-4; // metres
    const Vector3d a = ToDouble(m_normals[i]);
    const Vector3d b = ToDouble(m_normals[j]);
    const Vector3d c = ToDouble(m_normals[k]);
    const double volume = Dot(a, Cross(b, c));
    if (std::abs(volume) < 1e-6) // two of the faces are parallel
    {
        return std::nullopt;
    }
    const Vector3d sum = Cross(b, c) * double{m_offsets[i]} + Cross(c, a) * double{m_offsets[j]} +
                         Cross(a, b) * double{m_offsets[k]};
    const Vector3d vertex = sum / volume;
    for (int face = 0; face < faceCount; ++face)
    {
        if (Dot(ToDouble(m_normals[face]), vertex) > m_offsets[face] + tolerance)
        {
            return std::nullopt;
        }
    }
    return vertex;
}

Bounds
ConvexPolyhedron::GetBounds() const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Bounds box{{infinity, infinity, infinity}, {-infinity, -infinity, -infinity}};
    for (int i = 0; i < faceCount; ++i)
    {
        for (int j = i + 1; j < faceCount; ++j)
        {
            for (int k = j + 1; k < faceCount; ++k)
            {
                if (const auto vertex = FindVertex(i, j, k))
                {
                    Include(box, *vertex);
                }
            }
        }
    }
    return box;
}

} // namespace nn::street
