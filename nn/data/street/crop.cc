// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/crop.h"

#include <algorithm>

namespace nn::street
{

namespace
{

constexpr double leastTargetDepth = 1.0; //!< metres
constexpr double leastOtherDepth = 0.3;  //!< metres
constexpr double leastWidth = 4.0;       //!< pixels
constexpr double leastHeight = 8.0;      //!< pixels
constexpr double leastInside = 0.45;     //!< share of the box that lies in the image

Rectangle
ClipToImage(const Rectangle& box)
{
    return {std::max(box.left, 0.0),
            std::min(box.right, Camera::imageWidth),
            std::max(box.top, 0.0),
            std::min(box.bottom, Camera::imageHeight)};
}

} // namespace

Footprint
Project(const Camera& camera, const SceneObject& object)
{
    Footprint footprint{{1e300, -1e300, 1e300, -1e300}, 1e300};
    Rectangle& box = footprint.box;
    for (const Vector3d& corner : object.GetCorners())
    {
        const ImagePoint point = camera.Project(corner);
        box.left = std::min(box.left, point.u);
        box.right = std::max(box.right, point.u);
        box.top = std::min(box.top, point.v);
        box.bottom = std::max(box.bottom, point.v);
        footprint.leastDepth = std::min(footprint.leastDepth, point.depth);
    }
    return footprint;
}

std::optional<Rectangle>
Frame(const Camera& camera, const SceneObject& target, const CropJitter& jitter)
{
    const Footprint footprint = Project(camera, target);
    if (footprint.leastDepth < leastTargetDepth)
    {
        return std::nullopt;
    }
    Rectangle crop = ClipToImage(footprint.box);
    const double width = crop.GetWidth();
    const double height = crop.GetHeight();
    const double area = footprint.box.GetWidth() * footprint.box.GetHeight();
    if (width < leastWidth || height < leastHeight || width * height < leastInside * area)
    {
        return std::nullopt;
    }
    const double padding = target.GetKind() == ObjectKind::Person ? 2.0 : 1.0;
    crop.left += jitter[0] * width - padding;
    crop.right += jitter[1] * width + padding;
    crop.top += jitter[2] * height - padding;
    crop.bottom += jitter[3] * height + padding;
    return crop;
}

bool
Meets(const Footprint& footprint, const Rectangle& crop)
{
    const Rectangle& box = footprint.box;
    return footprint.leastDepth >= leastOtherDepth && box.right >= crop.left &&
           box.left <= crop.right && box.bottom >= crop.top && box.top <= crop.bottom;
}

} // namespace nn::street
