// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_RAY_CASTER_H
#define NN_STREET_RAY_CASTER_H

#include "nn/data/street/camera.h"
#include "nn/data/street/crop.h"
#include "nn/data/street/ray-hit.h"
#include "nn/data/street/scene-object.h"
#include "nn/data/street/vector.h"

#include <vector>

namespace nn::street
{

/// Finds out what each ray of a view meets first. Rays form a square grid over the crop, row by row
/// from the top left corner; each passes through the middle of its cell.
class RayCaster
{
  public:
    static constexpr int raysPerSide = 64;
    static constexpr int rayCount = raysPerSide * raysPerSide;

    RayCaster(const Camera& camera, const Rectangle& crop);

    /// Takes an object into account; it must live as long as the caster. Of equally near surfaces
    /// the first counts.
    void Cast(const SceneObject& object);

    /// What a ray meets first so far.
    struct Target
    {
        const SceneObject* object = nullptr; //!< null: nothing
        const Primitive* primitive = nullptr;
        RayHit hit;
    };

    const Target& GetTarget(int ray) const
    {
        return m_targets[ray];
    }

    /// Unit vector.
    const Vector3f& GetDirection(int ray) const
    {
        return m_directions[ray];
    }

    const Vector3d& GetOrigin() const
    {
        return m_camera.GetPosition();
    }

    /// Number of rays that meet this object first.
    int Count(const SceneObject& object) const;

  private:
    /// Rows and columns of the grid, first to last, the last not included.
    struct Window
    {
        int firstRow = 0;
        int lastRow = raysPerSide;
        int firstColumn = 0;
        int lastColumn = raysPerSide;
    };

    /// The rays that can meet a box in an object's coordinates; maybe some more.
    Window FindWindow(const SceneObject& object, const Bounds& bounds) const;
    template <typename Shape>
    void Cast(const SceneObject& object, const Primitive& primitive, const Shape& shape);

    const Camera& m_camera;
    Rectangle m_crop;
    std::vector<Vector3f> m_directions;
    std::vector<Target> m_targets;
};

} // namespace nn::street

#endif // NN_STREET_RAY_CASTER_H
