// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/view-renderer.h"

#include "nn/data/street/albedo.h"
#include "nn/data/street/background.h"
#include "nn/data/street/picture.h"
#include "nn/data/street/ray-caster.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace nn::street
{

namespace
{

constexpr int leastRays = 8; //!< that must meet the target

/// Colour and normal of an object at the end of a ray.
SurfacePoint
LookAtObject(const RayCaster& rays, int ray)
{
    const RayCaster::Target& target = rays.GetTarget(ray);
    const SceneObject& object = *target.object;
    const Vector3d origin = object.ToLocal(rays.GetOrigin());
    const Vector3f direction = object.RotateToLocal(rays.GetDirection(ray));
    const Vector3f point = ToFloat(origin) + direction * target.hit.distance;
    const Vector3f normal = std::visit(
        [&](const auto& shape) { return shape.GetNormal(origin, direction, target.hit); },
        target.primitive->shape);
    return {target.hit.distance,
            GetAlbedo(object, *target.primitive, point, target.hit.face),
            object.RotateToWorld(normal)};
}

/// Lambert's law with ambient light, more of it from above; then haze.
Colour
Shade(const SurfacePoint& point, const Light& light)
{
    const Vector3f& normal = point.normal;
    const bool sky = normal.x == 0 && normal.y == 0 && normal.z == 0;
    const float direct = std::max(0.0F, Dot(normal, light.sun));
    const float brightness = sky ? 1.0F
                                 : static_cast<float>(light.ambient) * (.75F + .25F * normal.z) +
                                       static_cast<float>(1.15 - light.ambient) * direct;
    const float haze = std::clamp(point.distance / 220.0F, 0.0F, .35F);
    const float hazeLight = haze * .75F;
    return point.colour * brightness * (1 - haze) + Colour{hazeLight, hazeLight, hazeLight};
}

/// Casts all that can be seen in the crop, unless the target is not seen well enough.
/// \return the objects that were cast, or nothing
std::optional<std::vector<const SceneObject*>>
CastScene(RayCaster& rays,
          const Camera& camera,
          const Scene& scene,
          const Rectangle& crop,
          double leastVisible)
{
    rays.Cast(scene.target);
    const int unhidden = rays.Count(scene.target);
    if (unhidden < leastRays)
    {
        return std::nullopt;
    }
    std::vector<const SceneObject*> objects = {&scene.target};
    for (const SceneObject& other : scene.others)
    {
        if (Meets(Project(camera, other), crop))
        {
            rays.Cast(other);
            objects.push_back(&other);
        }
    }
    if (static_cast<double>(rays.Count(scene.target)) / unhidden < leastVisible)
    {
        return std::nullopt;
    }
    return objects;
}

std::vector<Colour>
Look(const RayCaster& rays, const Background& background, const Light& light)
{
    std::vector<Colour> colours(RayCaster::rayCount);
    for (int ray = 0; ray < RayCaster::rayCount; ++ray)
    {
        const bool onObject = rays.GetTarget(ray).object != nullptr;
        SurfacePoint point =
            onObject ? LookAtObject(rays, ray) : background.Look(rays.GetDirection(ray));
        colours[ray] = Shade(point, light);
    }
    return colours;
}

} // namespace

bool
RenderView(const Camera& camera,
           const Scene& scene,
           const ViewSettings& settings,
           std::uint8_t* pixels)
{
    const std::optional<Rectangle> crop = Frame(camera, scene.target, settings.jitter);
    if (!crop)
    {
        return false;
    }
    RayCaster rays(camera, *crop);
    auto objects = CastScene(rays, camera, scene, *crop, settings.leastVisible);
    if (!objects)
    {
        return false;
    }
    const Background background(camera.GetPosition(), std::move(*objects));
    Picture picture(Look(rays, background, scene.light), RayCaster::raysPerSide);
    const Camera::Optics& optics = camera.GetOptics();
    picture.Expose(optics.gain * static_cast<float>(scene.light.exposure));
    picture.Blur(*crop, optics.blur);
    picture.Read(settings.noise * optics.noise, settings.noiseKey, pixels);
    return true;
}

} // namespace nn::street
