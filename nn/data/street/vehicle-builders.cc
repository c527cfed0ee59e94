// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/object-builders.h"
#include "nn/data/street/palette.h"

namespace nn::street
{

namespace
{

struct Wheels
{
    double front; //!< x of the front axle, metres
    double rear;  //!< x of the rear axle, metres
    double track; //!< y of the wheels' centres, metres
    double radius;
    double halfWidth;
};

void
AddWheels(SceneObject& vehicle, const Wheels& wheels)
{
    const Colour tyre{.07F, .07F, .07F};
    for (const double x : {wheels.front, wheels.rear})
    {
        for (const double side : {1.0, -1.0})
        {
            vehicle.Add(Ellipsoid({x, side * wheels.track, wheels.radius},
                                  {wheels.radius, wheels.halfWidth, wheels.radius}),
                        tyre,
                        Material::Wheel);
        }
    }
}

/// Lower half of a car: the bonnet slopes down towards the front.
ConvexPolyhedron
MakeCarBody(const Vector3d& size, double shoulder)
{
    constexpr double sill = 0.24;
    return ConvexPolyhedron({{{{1, 0, .12}, size.x / 2},
                              {{-1, 0, .08}, size.x / 2},
                              {{0, 1, 0}, size.y / 2},
                              {{0, -1, 0}, size.y / 2},
                              {{.07, 0, 1}, shoulder + .03},
                              {{0, 0, -1}, -sill}}});
}

/// Upper half of a car: from estate and hatchback to saloon, by where it ends.
ConvexPolyhedron
MakeCarCabin(SplitMix64& random, const Vector3d& size, double shoulder)
{
    const double boot = random.Uniform(0.02, 0.30);
    const double front = size.x * random.Uniform(.17, .24);
    const double rear = -size.x * (0.5 - boot * 0.55) + .05;
    const double frontSlope = random.Uniform(.75, 1.1);
    const double rearSlope = random.Uniform(.25, .9);
    const double side = size.y / 2 - .03 + .22 * shoulder;
    return ConvexPolyhedron({{{{1, 0, frontSlope}, front + frontSlope * shoulder},
                              {{-1, 0, rearSlope}, -rear + rearSlope * shoulder},
                              {{0, 1, .22}, side},
                              {{0, -1, .22}, side},
                              {{0, 0, 1}, size.z},
                              {{0, 0, -1}, -(shoulder - .05)}}});
}

} // namespace

SceneObject
BuildCar(SplitMix64& random, const Pose& pose)
{
    const double length = random.Uniform(3.5, 5.2);
    const double width = random.Uniform(1.62, 1.95);
    const double height = random.Uniform(1.38, 2.05);
    const Vector3d size{length, width, height};
    const double shoulder = 0.54 * height;
    SceneObject car(ObjectKind::Car, pose, size);
    const Colour paint = DrawPaint(random);
    car.Add(MakeCarBody(size, shoulder), paint, Material::CarBody);
    car.Add(MakeCarCabin(random, size, shoulder), paint, Material::CarCabin);
    const double radius = random.Uniform(.29, .35);
    AddWheels(car, {.31 * length, -.31 * length, width / 2 - .06, radius, .13});
    return car;
}

SceneObject
BuildBus(SplitMix64& random, const Pose& pose)
{
    const double length = random.Uniform(6.5, 12.0);
    const double width = random.Uniform(2.2, 2.6);
    const double height = random.Uniform(2.5, 3.3);
    SceneObject bus(ObjectKind::Bus, pose, {length, width, height});
    const Colour paint = DrawPaint(random);
    bus.SetAccent(DrawPaint(random));
    const ConvexPolyhedron body({{{{1, 0, .04}, length / 2},
                                  {{-1, 0, .02}, length / 2},
                                  {{0, 1, 0}, width / 2},
                                  {{0, -1, 0}, width / 2},
                                  {{0, 0, 1}, height},
                                  {{0, 0, -1}, -.28}}});
    bus.Add(body, paint, Material::BusBody);
    AddWheels(bus, {.30 * length, -.27 * length, width / 2 - .08, .47, .14});
    return bus;
}

} // namespace nn::street
