// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/split-mix64.h"
#include "nn/data/street/camera.h"
#include "nn/data/street/convex-polyhedron.h"
#include "nn/data/street/crop.h"
#include "nn/data/street/ellipsoid.h"
#include "nn/data/street/hash-noise.h"
#include "nn/data/street/ray-caster.h"
#include "nn/data/street/scene-object.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace
{

using namespace nn::street;

const Camera::Optics plainOptics{100, {1, 1, 1}, 0, 0};

/// Looks along +x from (-10, 0, 1).
Camera
MakeCamera()
{
    return {{-10, 0, 1}, {0, 0, 1}, plainOptics};
}

TEST(SplitMix64, IsTheSequenceOfItsAuthors)
{
    // State 0, first two numbers of the published C program.
    constexpr std::uint64_t step = 0x9E3779B97F4A7C15;
    EXPECT_EQ(nn::SplitMix64::Finalize(step), 0xE220A8397B1DCDAFU);
    EXPECT_EQ(nn::SplitMix64::Finalize(2 * step), 0x6E789E6AA1B965F4U);
}

TEST(SplitMix64, HasTheRightMoments)
{
    nn::SplitMix64 random(1, 2);
    double sum = 0;
    double squares = 0;
    double uniform = 0;
    std::vector<int> counts(3, 0);
    constexpr int n = 100000;
    for (int i = 0; i < n; ++i)
    {
        const double x = random.Normal();
        sum += x;
        squares += x * x;
        uniform += random.Uniform(2, 4);
        ++counts[random.Pick({1, 2, 1})];
        ASSERT_LT(random.Index(7), 7);
    }
    EXPECT_NEAR(sum / n, 0, 0.02);
    EXPECT_NEAR(squares / n, 1, 0.03);
    EXPECT_NEAR(uniform / n, 3, 0.01);
    EXPECT_NEAR(counts[1], 0.5 * n, 0.01 * n);
}

TEST(SplitMix64, ShufflesAll)
{
    std::vector<int> values(100);
    std::iota(values.begin(), values.end(), 0);
    const std::vector<int> ordered = values;
    nn::SplitMix64(1).Shuffle(values);
    EXPECT_NE(values, ordered);
    std::sort(values.begin(), values.end());
    EXPECT_EQ(values, ordered);
}

TEST(HashNoise, HasTheRightMoments)
{
    double sum = 0;
    double squares = 0;
    constexpr int n = 100000;
    for (int i = 0; i < n; ++i)
    {
        const double x = HashNormal(static_cast<std::uint64_t>(i) + 12345);
        sum += x;
        squares += x * x;
        const float cell = CellNoise(i % 300, std::floor(i / 300.0) - 50, 1);
        ASSERT_GE(cell, 0);
        ASSERT_LT(cell, 1);
    }
    EXPECT_NEAR(sum / n, 0, 0.02);
    EXPECT_NEAR(squares / n, 1, 0.03);
}

TEST(Camera, ProjectsByItsFocalLength)
{
    // 5 m ahead, 1 m to the left and 0.5 m up: 100 px / 5 m = 20 px a metre.
    const ImagePoint point = MakeCamera().Project({-5, 1, 1.5});
    EXPECT_NEAR(point.u, 180 - 20, 1e-9);
    EXPECT_NEAR(point.v, 144 - 10, 1e-9);
    EXPECT_NEAR(point.depth, 5, 1e-9);
}

TEST(Camera, RaysMeetWhatProjectsThere)
{
    const Vector3f ray = MakeCamera().GetRay(180 - 20, 144 - 10);
    EXPECT_NEAR(ray.y / ray.x, 1 / 5.0, 1e-6);
    EXPECT_NEAR(ray.z / ray.x, 0.5 / 5.0, 1e-6);
    EXPECT_NEAR(Dot(ray, ray), 1, 1e-6);
}

TEST(Ellipsoid, IsHitAtItsSurface)
{
    const Ellipsoid shape({0, 0, 1}, {2, 1, 1});
    const Vector3d origin{-10, 0, 1};
    const Ellipsoid::Probe probe(shape, origin);
    RayHit hit;
    ASSERT_TRUE(probe.Intersect({1, 0, 0}, 100, hit));
    EXPECT_NEAR(hit.distance, 8, 1e-5);
    const Vector3f normal = shape.GetNormal(origin, {1, 0, 0}, hit);
    EXPECT_NEAR(normal.x, -1, 1e-6);
    EXPECT_FALSE(probe.Intersect({1, 0, 0}, 7, hit)); // something is nearer
    EXPECT_FALSE(probe.Intersect({-1, 0, 0}, 100, hit));
    EXPECT_FALSE(probe.Intersect({0, 1, 0}, 100, hit));
}

TEST(Ellipsoid, BoundsHoldTheShear)
{
    const Bounds bounds = Ellipsoid({1, 2, 3}, {3, 2, 4}, 1).GetBounds();
    EXPECT_NEAR(bounds.high.x, 1 + 5, 1e-12);
    EXPECT_NEAR(bounds.low.y, 2 - 2, 1e-12);
    EXPECT_NEAR(bounds.high.z, 3 + 4, 1e-12);
}

TEST(ConvexPolyhedron, BoxIsHitAtItsFace)
{
    const ConvexPolyhedron box = ConvexPolyhedron::MakeBox({{-2, -1, 0}, {2, 1, 2}});
    const Vector3d origin{-10, 0, 1};
    RayHit hit;
    ASSERT_TRUE(ConvexPolyhedron::Probe(box, origin).Intersect({1, 0, 0}, 100, hit));
    EXPECT_NEAR(hit.distance, 8, 1e-5);
    EXPECT_EQ(hit.face, 1); // -x
    EXPECT_EQ(box.GetNormal(origin, {1, 0, 0}, hit).x, -1);
    EXPECT_FALSE(ConvexPolyhedron::Probe(box, origin).Intersect({0, 1, 0}, 100, hit));
    EXPECT_FALSE(ConvexPolyhedron::Probe(box, origin).Intersect({1, 0, 0}, 8, hit));
}

TEST(ConvexPolyhedron, BoundsHoldSlantedFaces)
{
    // x + z <= 2, between z = 0 and 1: x up to 2.
    const ConvexPolyhedron shape({{{{1, 0, 1}, 2},
                                   {{-1, 0, 0}, 1},
                                   {{0, 1, 0}, 1},
                                   {{0, -1, 0}, 1},
                                   {{0, 0, 1}, 1},
                                   {{0, 0, -1}, 0}}});
    const Bounds bounds = shape.GetBounds();
    EXPECT_NEAR(bounds.high.x, 2, 1e-5);
    EXPECT_NEAR(bounds.low.x, -1, 1e-5);
    EXPECT_NEAR(bounds.high.z, 1, 1e-5);
    EXPECT_NEAR(bounds.low.z, 0, 1e-5);
}

TEST(SceneObject, TurnsByItsHeading)
{
    const SceneObject object(ObjectKind::Car, {1, 2, std::acos(-1.0) / 2}, {4, 2, 1});
    const Vector3d world = object.ToWorld({1, 0, 5}); // heading north
    EXPECT_NEAR(world.x, 1, 1e-12);
    EXPECT_NEAR(world.y, 3, 1e-12);
    const Vector3d local = object.ToLocal(world);
    EXPECT_NEAR(local.x, 1, 1e-6);
    EXPECT_NEAR(local.y, 0, 1e-6);
    EXPECT_TRUE(object.Shades(1, 4.05F)); // 2 m long before its centre, and 10 cm
    EXPECT_FALSE(object.Shades(1, 4.15F));
    EXPECT_FALSE(object.Shades(2.15F, 2));
}

SceneObject
MakeCube(double x, double y)
{
    SceneObject cube(ObjectKind::Person, {x, y, 0}, {1, 1, 2});
    cube.Add(ConvexPolyhedron::MakeBox({{-.5, -.5, 0}, {.5, .5, 2}}), {1, 1, 1});
    return cube;
}

TEST(Crop, FramesTheProjectedBox)
{
    // Front face 9.5 m away, 1 m wide: 100 / 9.5 px; padded by 2 px.
    const auto crop = Frame(MakeCamera(), MakeCube(0, 0), {});
    ASSERT_TRUE(crop);
    EXPECT_NEAR(crop->GetWidth(), 100 / 9.5 + 4, 1e-9);
    EXPECT_NEAR(crop->GetHeight(), 200 / 9.5 + 4, 1e-9);
    EXPECT_FALSE(Frame(MakeCamera(), MakeCube(-10, 0), {})); // around the camera
    EXPECT_FALSE(Frame(MakeCamera(), MakeCube(-20, 0), {})); // behind it
    EXPECT_FALSE(Frame(MakeCamera(), MakeCube(200, 0), {})); // too small
    EXPECT_FALSE(Frame(MakeCamera(), MakeCube(-5, 20), {})); // not in the image
}

TEST(RayCaster, NearObjectsHideFarOnes)
{
    const Camera camera = MakeCamera();
    const SceneObject target = MakeCube(0, 0);
    const SceneObject behind = MakeCube(3, 0);
    const SceneObject before = MakeCube(-3, 0.5);
    RayCaster rays(camera, *Frame(camera, target, {}));
    rays.Cast(target);
    const int all = rays.Count(target);
    rays.Cast(behind);
    EXPECT_EQ(rays.Count(target), all);
    rays.Cast(before);
    EXPECT_LT(rays.Count(target), all);
    EXPECT_GT(rays.Count(target), 0);
    EXPECT_GT(rays.Count(before), 0);
}

} // namespace
