// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_ALBEDO_H
#define NN_STREET_ALBEDO_H

#include "nn/data/street/scene-object.h"
#include "nn/data/street/vector.h"

namespace nn::street
{

/// Colour of one point of an object's surface: windows, lamps, doors and so on are painted on.
/// \param point in the object's coordinates, metres
/// \param face index of the face, for a polyhedron
Colour GetAlbedo(const SceneObject& object,
                 const Primitive& primitive,
                 const Vector3f& point,
                 int face);

} // namespace nn::street

#endif // NN_STREET_ALBEDO_H
