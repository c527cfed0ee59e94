// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/scene.h"

#include "nn/data/street/object-builders.h"
#include "nn/data/street/portable-functions.h"

#include <algorithm>
#include <cmath>

namespace nn::street
{

namespace
{

constexpr double pi = 3.14159265358979323846;

// The members of a Pose are drawn in the order x, y, yaw: the
// elements of a braced list are evaluated from left to right.

Pose
DrawSideStreetPose(SplitMix64& random)
{
    Pose pose;
    pose.x = -4.6 + .9 * random.Normal();
    pose.y = random.Uniform(0.5, 11.0);
    const double heading = random.Pick({.5, .5}) == 0 ? -pi / 2 : pi / 2;
    pose.yaw = heading + .15 * random.Normal();
    return pose;
}

Pose
DrawCarPose(SplitMix64& random)
{
    switch (random.Pick({.42, .42, .16}))
    {
    case 0: // westbound lane
        return {random.Uniform(-19, 19), -1.4 + .35 * random.Normal(), pi + .06 * random.Normal()};
    case 1: // eastbound lane
        return {random.Uniform(-19, 19), -4.9 + .35 * random.Normal(), .06 * random.Normal()};
    default:
        return DrawSideStreetPose(random);
    }
}

Pose
DrawBusPose(SplitMix64& random)
{
    if (random.Pick({.45, .55}) == 0)
    {
        return {random.Uniform(-15, 13), -1.5 + .2 * random.Normal(), pi + .04 * random.Normal()};
    }
    return {random.Uniform(-14, 14), -5.0 + .2 * random.Normal(), .04 * random.Normal()};
}

Pose
DrawPersonPose(SplitMix64& random)
{
    switch (random.Pick({.45, .25, .30}))
    {
    case 0: // square
        return {random.Uniform(-15, 15), random.Uniform(1.6, 9.5), random.Uniform(-pi, pi)};
    case 1: // southern pavement
        return {random.Uniform(-15, 16), random.Uniform(-9.6, -7.2), random.Uniform(-pi, pi)};
    default: // crossing
        return {random.Uniform(2.0, 6.0), random.Uniform(-7.0, 1.5), random.Uniform(-pi, pi)};
    }
}

SceneObject
DrawObject(SplitMix64& random, ObjectKind kind)
{
    const Pose pose = DrawPose(random, kind);
    return Build(random, kind, pose);
}

bool
Overlap(const SceneObject& a, const SceneObject& b)
{
    constexpr double gap = .2;
    const double distance = Length(a.GetPose().x - b.GetPose().x, a.GetPose().y - b.GetPose().y);
    const double sizes =
        std::max(a.GetSize().x, a.GetSize().y) + std::max(b.GetSize().x, b.GetSize().y);
    return distance <= .5 * sizes + gap;
}

std::vector<SceneObject>
DrawOthers(SplitMix64& random, int clutter, const SceneObject& target)
{
    std::vector<SceneObject> others = GetStreetFurniture();
    const int least = std::min(2, clutter);
    const int count = least + random.Index(clutter - least + 1);
    for (int i = 0; i < count; ++i)
    {
        const ObjectKind kind = random.Uniform() < .6 ? ObjectKind::Person : ObjectKind::Car;
        SceneObject other = DrawObject(random, kind);
        if (!Overlap(other, target))
        {
            others.push_back(std::move(other));
        }
    }
    return others;
}

Light
DrawLight(SplitMix64& random)
{
    const double azimuth = random.Uniform(-pi, pi);
    const double elevation = random.Uniform(.35, 1.1);
    const Vector3d sun{
        Cosine(azimuth) * Cosine(elevation), Sine(azimuth) * Cosine(elevation), Sine(elevation)};
    return {ToFloat(sun), random.Uniform(.45, .75), random.Uniform(.70, 1.50)};
}

} // namespace

Pose
DrawPose(SplitMix64& random, ObjectKind kind)
{
    switch (kind)
    {
    case ObjectKind::Car:
        return DrawCarPose(random);
    case ObjectKind::Bus:
        return DrawBusPose(random);
    default:
        return DrawPersonPose(random);
    }
}

Scene
DrawScene(SplitMix64& random, int clutter)
{
    const auto kind = static_cast<ObjectKind>(random.Pick({.33, .22, .45}));
    SceneObject target = DrawObject(random, kind);
    std::vector<SceneObject> others = DrawOthers(random, clutter, target);
    return {std::move(target), std::move(others), DrawLight(random)};
}

} // namespace nn::street
