// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/albedo.h"

#include "nn/data/street/hash-noise.h"

#include <cmath>

namespace nn::street
{

namespace
{

const Colour glass{.10F, .13F, .16F};
const Colour headlight{.95F, .93F, .80F};
const Colour tailLight{.60F, .05F, .05F};

/// Faces of a vehicle's body, in the order in which it was built.
enum Face
{
    Front,
    Rear,
    Left,
    Right
};

bool
IsSide(int face)
{
    return face == Left || face == Right;
}

/// Where a point lies on a vehicle. Bounds are shares of the vehicle's size or metres, rounded to
/// float after multiplication: an edge then falls on the same side of a ray in every build.
struct Spot
{
    Spot(const Vector3d& size, const Vector3f& point, int face)
        : size(size), point(point), face(face)
    {
    }

    /// Height above the ground, in metres, strictly between two bounds.
    bool HeightWithin(double low, double high) const
    {
        return point.z > static_cast<float>(low) && point.z < static_cast<float>(high);
    }

    /// Height as a share of the vehicle's, strictly between two bounds.
    bool HeightShareWithin(double low, double high) const
    {
        return HeightWithin(low * size.z, high * size.z);
    }

    /// Distance from the middle plane, less than a share of the width.
    bool NearMiddle(double share) const
    {
        return std::abs(point.y) < static_cast<float>(share * size.y);
    }

    /// One of two patches, left and right of the middle.
    bool InPair(double centreShare, double halfWidthShare) const
    {
        return std::abs(std::abs(point.y) - static_cast<float>(centreShare * size.y)) <
               static_cast<float>(halfWidthShare * size.y);
    }

    /// Distance along the vehicle from x, less than a bound; both in metres.
    bool NearX(double x, double bound) const
    {
        return std::abs(point.x - static_cast<float>(x)) < static_cast<float>(bound);
    }

    const Vector3d& size;
    const Vector3f& point;
    int face;
};

Colour
PaintCarBody(const Spot& spot, Colour colour)
{
    if (spot.point.z < .40F) // sill, bumper
    {
        colour = colour * .45F;
    }
    const bool lamp = spot.InPair(.36, .11) && spot.HeightShareWithin(.36, .50);
    if (spot.face == Front)
    {
        const bool grille = spot.NearMiddle(.22) && spot.HeightShareWithin(.30, .42);
        return grille ? Colour{.08F, .08F, .09F} : lamp ? headlight : colour;
    }
    if (spot.face == Rear)
    {
        const bool plate = spot.NearMiddle(.14) && spot.HeightShareWithin(.30, .38);
        return plate ? Colour{.85F, .85F, .80F} : lamp ? tailLight : colour;
    }
    const double length = spot.size.x;
    const bool doorGap = IsSide(spot.face) && spot.NearX(-.02 * length, .012 * length);
    return doorGap ? colour * .55F : colour;
}

Colour
PaintCarCabin(const Spot& spot, const Colour& colour)
{
    const double height = spot.size.z;
    const bool window = spot.face <= Right && spot.HeightWithin(.56 * height, height - .10);
    const bool pillar = IsSide(spot.face) && spot.NearX(-.03 * spot.size.x, .035);
    return window && !pillar ? glass : colour;
}

Colour
PaintBusSide(const Spot& spot, const Colour& colour)
{
    const double length = spot.size.x;
    const bool atDoor = spot.NearX(.40 * length, .6) || spot.NearX(-.03 * length, .6);
    if (spot.face == Right && atDoor && spot.HeightWithin(.42, .80 * spot.size.z))
    {
        return {.14F, .15F, .16F};
    }
    const float inWindow = Modulo(spot.point.x + static_cast<float>(length / 2), 1.45F);
    return spot.HeightShareWithin(.40, .78) && inWindow > .13F ? glass : colour;
}

Colour
PaintBusFront(const Spot& spot, const Colour& colour)
{
    if (spot.InPair(.38, .09) && spot.HeightShareWithin(.20, .28))
    {
        return headlight;
    }
    if (spot.HeightShareWithin(.84, .94) && spot.NearMiddle(.34)) // destination sign
    {
        return {.75F, .55F, .12F};
    }
    return spot.HeightShareWithin(.34, .80) && spot.NearMiddle(.46) ? glass : colour;
}

Colour
PaintBusRear(const Spot& spot, const Colour& colour)
{
    if (spot.InPair(.38, .09) && spot.HeightShareWithin(.20, .28))
    {
        return tailLight;
    }
    return spot.HeightShareWithin(.50, .78) && spot.NearMiddle(.40) ? glass : colour;
}

Colour
PaintBusBody(const Spot& spot, const Colour& paint, const Colour& accent)
{
    Colour colour = spot.point.z < .55F ? paint * .5F : paint;
    if (spot.HeightWithin(.62, .95))
    {
        colour = accent;
    }
    switch (spot.face)
    {
    case Front:
        return PaintBusFront(spot, colour);
    case Rear:
        return PaintBusRear(spot, colour);
    case Left:
    case Right:
        return PaintBusSide(spot, colour);
    default:
        return colour;
    }
}

Colour
PaintWheel(const Ellipsoid& wheel, const Vector3f& point, const Colour& colour)
{
    const Vector3f centre = ToFloat(wheel.GetCentre());
    const float x = point.x - centre.x;
    const float z = point.z - centre.z;
    const double radius = wheel.GetRadii().x;
    const float ratio = (x * x + z * z) / static_cast<float>(radius * radius);
    return ratio < .30F ? Colour{.50F, .50F, .52F} : colour;
}

Colour
PaintFoliage(const Vector3f& point, const Colour& colour)
{
    const float column = std::floor(point.x * 4 + point.z * 3);
    const float row = std::floor(point.y * 4 + point.z * 5);
    return colour * (.6F + .9F * CellNoise(column, row, 7));
}

} // namespace

Colour
GetAlbedo(const SceneObject& object, const Primitive& primitive, const Vector3f& point, int face)
{
    const Spot spot(object.GetSize(), point, face);
    switch (primitive.material)
    {
    case Material::CarBody:
        return PaintCarBody(spot, primitive.colour);
    case Material::CarCabin:
        return PaintCarCabin(spot, primitive.colour);
    case Material::BusBody:
        return PaintBusBody(spot, primitive.colour, object.GetAccent());
    case Material::Wheel:
        return PaintWheel(std::get<Ellipsoid>(primitive.shape), point, primitive.colour);
    case Material::Foliage:
        return PaintFoliage(point, primitive.colour);
    default:
        return primitive.colour;
    }
}

} // namespace nn::street
