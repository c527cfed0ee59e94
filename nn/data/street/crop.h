// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_CROP_H
#define NN_STREET_CROP_H

#include "nn/data/street/camera.h"
#include "nn/data/street/scene-object.h"

#include <array>
#include <optional>

namespace nn::street
{

/// A rectangle of the image plane, in pixels; its edges need not be whole numbers.
struct Rectangle
{
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;

    double GetWidth() const
    {
        return right - left;
    }

    double GetHeight() const
    {
        return bottom - top;
    }
};

/// The projection of an object's framing box.
struct Footprint
{
    Rectangle box;
    double leastDepth =
        0; //!< metres, of the nearest corner; if not positive, the box means nothing
};

Footprint Project(const Camera& camera, const SceneObject& object);

/// How far each edge of a crop is off, as a share of the object's size: left, right, top, bottom.
using CropJitter = std::array<double, 4>;

/// The part of the image that is cut out around an object and becomes its view.
/// \return nothing if the object is too near, too small (4 x 8 pixels), or if less than 45 % of its
/// box lie in the image
std::optional<Rectangle> Frame(const Camera& camera,
                               const SceneObject& target,
                               const CropJitter& jitter);

/// Whether an object can appear in a crop: it is before the camera and its box meets the rectangle.
bool Meets(const Footprint& footprint, const Rectangle& crop);

} // namespace nn::street

#endif // NN_STREET_CROP_H
