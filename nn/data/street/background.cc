// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/background.h"

#include "nn/data/street/hash-noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nn::street
{

namespace
{

constexpr double halfLength = 34; //!< of the square, along x, metres
constexpr double halfWidth = 27;  //!< of the square, along y, metres
constexpr double roof = 12.5;     //!< height of the facades, metres
constexpr float levelRay =
    1e-6F; //!< a ray that falls or moves less than this does not get anywhere

/// Distance to the facade towards which a ray moves along one axis.
double
GetFacadeDistance(float origin, float direction, double facade)
{
    const double way = (direction > 0 ? facade : -facade) - origin;
    return std::abs(way / (std::abs(direction) < levelRay ? levelRay : direction));
}

Colour
GetPaving(float x, float y)
{
    const bool joint = Modulo(x, 1.2F) < .10F || Modulo(y, 1.2F) < .10F;
    const Colour slab{.60F, .57F, .52F};
    return joint ? slab * .82F : slab;
}

bool
IsSideStreet(float x, float y)
{
    return std::abs(x + 4.6F) < 2.6F && y > 1;
}

/// Asphalt, with a dashed line along the middle of the street.
Colour
GetAsphalt(float x, float y)
{
    const bool line = std::abs(y + 3.1F) < .09F && Modulo(x, 4.0F) < 2.0F;
    return line ? Colour{.85F, .85F, .82F} : Colour{.30F, .30F, .32F};
}

bool
IsCrossing(float x, float y)
{
    return y > -6.8F && y < .8F && x > 2 && x < 6 && Modulo(y, 1.1F) < .55F;
}

bool
IsKerb(float x, float y)
{
    return (std::abs(y - 1) < .12F && !IsSideStreet(x, y)) || std::abs(y + 7) < .12F;
}

/// Colour of the clean ground.
Colour
GetGroundPattern(float x, float y)
{
    if (y > 11 || y < -11.5F)
    {
        return {.25F, .36F, .16F}; // grass
    }
    if (IsKerb(x, y))
    {
        return {.72F, .71F, .68F};
    }
    if (IsCrossing(x, y))
    {
        return {.88F, .84F, .55F};
    }
    const bool street = (y > -7 && y < 1) || IsSideStreet(x, y);
    return street ? GetAsphalt(x, y) : GetPaving(x, y);
}

/// Plaster, with a grid of windows.
/// \param along position along the facade, metres
Colour
GetFacadeColour(const Colour& plaster, double along, double height)
{
    constexpr double column = 3.2;
    constexpr double storey = 3.1;
    const double across = Modulo(along, column);
    const double up = Modulo(height, storey);
    if (across > .9 && across < 2.4 && up > .9 && up < 2.5)
    {
        const float pane =
            .14F + .22F * CellNoise(std::floor(along / column), std::floor(height / storey), 11);
        return {pane, pane, pane};
    }
    return plaster;
}

} // namespace

Background::Background(const Vector3d& origin, std::vector<const SceneObject*> shading)
    : m_origin(ToFloat(origin)), m_shading(std::move(shading))
{
}

SurfacePoint
Background::Look(const Vector3f& direction) const
{
    const double alongX = GetFacadeDistance(m_origin.x, direction.x, halfLength);
    const double alongY = GetFacadeDistance(m_origin.y, direction.y, halfWidth);
    const float ground = direction.z < -levelRay ? -m_origin.z / direction.z : 1e9F;
    if (ground < std::min(alongX, alongY))
    {
        const float x = m_origin.x + ground * direction.x;
        const float y = m_origin.y + ground * direction.y;
        return {ground, GetGroundColour(x, y), {0, 0, 1}};
    }
    return LookAtFacade(direction, alongX, alongY);
}

Colour
Background::GetGroundColour(float x, float y) const
{
    constexpr float patch = .45F; // metres
    const float wear = .88F + .24F * CellNoise(std::floor(x / patch), std::floor(y / patch), 1);
    Colour colour = GetGroundPattern(x, y) * wear;
    for (const SceneObject* object : m_shading)
    {
        if (object->Shades(x, y))
        {
            colour = colour * .45F;
        }
    }
    return colour;
}

SurfacePoint
Background::LookAtFacade(const Vector3f& direction, double alongX, double alongY) const
{
    static const std::array<Colour, 4> plasters = {
        {{.62F, .55F, .46F}, {.50F, .50F, .52F}, {.66F, .62F, .58F}, {.52F, .40F, .34F}}};
    const bool onX = alongX < alongY;
    const double distance = onX ? alongX : alongY;
    const double height = m_origin.z + distance * direction.z;
    if (height > roof)
    {
        return {static_cast<float>(distance), {.80F, .86F, .95F}, {}};
    }
    const float towards = onX ? direction.x : direction.y;
    const float outward = towards > 0 ? -1.0F : 1.0F;
    const Colour& plaster = plasters[(onX ? 0U : 2U) + (towards > 0 ? 0U : 1U)];
    const double along =
        onX ? m_origin.y + distance * direction.y : m_origin.x + distance * direction.x;
    return {static_cast<float>(distance),
            GetFacadeColour(plaster, along, height),
            onX ? Vector3f{outward, 0, 0} : Vector3f{0, outward, 0}};
}

} // namespace nn::street
