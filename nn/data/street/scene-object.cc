// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/scene-object.h"

#include "nn/data/street/portable-functions.h"

#include <cmath>

namespace nn::street
{

SceneObject::SceneObject(ObjectKind kind, const Pose& pose, const Vector3d& size)
    : m_kind(kind), m_pose(pose), m_size(size), m_cosine(Cosine(pose.yaw)), m_sine(Sine(pose.yaw))
{
}

void
SceneObject::Add(const ConvexPolyhedron& shape, const Colour& colour, Material material)
{
    m_primitives.push_back({shape, colour, material});
}

void
SceneObject::Add(const Ellipsoid& shape, const Colour& colour, Material material)
{
    m_primitives.push_back({shape, colour, material});
}

ObjectKind
SceneObject::GetKind() const
{
    return m_kind;
}

const Pose&
SceneObject::GetPose() const
{
    return m_pose;
}

const Vector3d&
SceneObject::GetSize() const
{
    return m_size;
}

const std::vector<Primitive>&
SceneObject::GetPrimitives() const
{
    return m_primitives;
}

const Colour&
SceneObject::GetAccent() const
{
    return m_accent;
}

void
SceneObject::SetAccent(const Colour& accent)
{
    m_accent = accent;
}

std::array<Vector3d, 8>
SceneObject::GetCorners() const
{
    const Bounds box{{-m_size.x / 2, -m_size.y / 2, 0}, {m_size.x / 2, m_size.y / 2, m_size.z}};
    std::array<Vector3d, 8> corners = box.GetCorners();
    for (Vector3d& corner : corners)
    {
        corner = ToWorld(corner);
    }
    return corners;
}

Vector3d
SceneObject::ToWorld(const Vector3d& point) const
{
    return {m_pose.x + m_cosine * point.x - m_sine * point.y,
            m_pose.y + m_sine * point.x + m_cosine * point.y,
            point.z};
}

Vector3d
SceneObject::ToLocal(const Vector3d& position) const
{
    // Rays start at the camera position in float: their directions are float, too.
    const Vector3f origin = ToFloat(position);
    const double east = origin.x - m_pose.x;
    const double north = origin.y - m_pose.y;
    return {m_cosine * east + m_sine * north, -m_sine * east + m_cosine * north, origin.z};
}

Vector3f
SceneObject::RotateToLocal(const Vector3f& direction) const
{
    const auto cosine = static_cast<float>(m_cosine);
    const auto sine = static_cast<float>(m_sine);
    return {cosine * direction.x + sine * direction.y,
            -sine * direction.x + cosine * direction.y,
            direction.z};
}

Vector3f
SceneObject::RotateToWorld(const Vector3f& direction) const
{
    const auto cosine = static_cast<float>(m_cosine);
    const auto sine = static_cast<float>(m_sine);
    return {cosine * direction.x - sine * direction.y,
            sine * direction.x + cosine * direction.y,
            direction.z};
}

bool
SceneObject::Shades(float x, float y) const
{
    constexpr double margin = 0.10;
    const Vector3f offset =
        RotateToLocal({x - static_cast<float>(m_pose.x), y - static_cast<float>(m_pose.y), 0});
    return std::abs(offset.x) < static_cast<float>(m_size.x / 2 + margin) &&
           std::abs(offset.y) < static_cast<float>(m_size.y / 2 + margin);
}

} // namespace nn::street
