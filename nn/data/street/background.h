// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_BACKGROUND_H
#define NN_STREET_BACKGROUND_H

#include "nn/data/street/scene-object.h"
#include "nn/data/street/vector.h"

#include <vector>

namespace nn::street
{

/// What a camera sees along one ray.
struct SurfacePoint
{
    float distance = 0; //!< metres
    Colour colour;      //!< albedo; for the sky, what is seen
    Vector3f normal;    //!< unit length; zero for the sky, which is not lit
};

/// Everything behind the objects: the ground with streets, crossing, pavements and grass, four
/// facades at the edges of the square (68 m x 54 m), and the sky above them.
class Background
{
  public:
    /// \param origin position of the camera
    /// \param shading objects that cast a contact shadow; they must live as long as the background
    Background(const Vector3d& origin, std::vector<const SceneObject*> shading);

    /// What a ray meets if no object is in its way.
    SurfacePoint Look(const Vector3f& direction) const;

  private:
    Colour GetGroundColour(float x, float y) const;
    SurfacePoint LookAtFacade(const Vector3f& direction, double alongX, double alongY) const;

    Vector3f m_origin;
    std::vector<const SceneObject*> m_shading;
};

} // namespace nn::street

#endif // NN_STREET_BACKGROUND_H
