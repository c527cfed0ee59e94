// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_SCENE_OBJECT_H
#define NN_STREET_SCENE_OBJECT_H

#include "nn/data/street/bounds.h"
#include "nn/data/street/convex-polyhedron.h"
#include "nn/data/street/ellipsoid.h"
#include "nn/data/street/vector.h"

#include <array>
#include <variant>
#include <vector>

namespace nn::street
{

/// What stands in the street. The first three are the classes of the data set, in their order.
enum class ObjectKind
{
    Car,
    Bus,
    Person,
    Furniture
};

/// How the colour of a surface varies; albedo.h gives it a look.
enum class Material
{
    Plain,
    CarBody,
    CarCabin,
    BusBody,
    Wheel,
    Foliage
};

/// One solid piece of an object.
struct Primitive
{
    std::variant<ConvexPolyhedron, Ellipsoid> shape;
    Colour colour;
    Material material = Material::Plain;
};

/// Position on the ground (metres) and heading (radians, 0 = east, counterclockwise).
struct Pose
{
    double x = 0;
    double y = 0;
    double yaw = 0;
};

/// A thing made of primitives, standing on the ground. Its own coordinates: x forward, y left, z
/// up.
class SceneObject
{
  public:
    /// \param size length, width, height in metres: the box by which cameras frame the object.
    /// Small parts may stick out of it.
    SceneObject(ObjectKind kind, const Pose& pose, const Vector3d& size);

    void Add(const ConvexPolyhedron& shape,
             const Colour& colour,
             Material material = Material::Plain);
    void Add(const Ellipsoid& shape, const Colour& colour, Material material = Material::Plain);

    ObjectKind GetKind() const;
    const Pose& GetPose() const;
    const Vector3d& GetSize() const;
    const std::vector<Primitive>& GetPrimitives() const;
    /// Second colour: the stripe of a bus.
    const Colour& GetAccent() const;
    void SetAccent(const Colour& accent);

    /// Corners of the framing box in the world.
    std::array<Vector3d, 8> GetCorners() const;
    Vector3d ToWorld(const Vector3d& point) const;
    /// A camera position in the object's coordinates.
    Vector3d ToLocal(const Vector3d& position) const;
    Vector3f RotateToLocal(const Vector3f& direction) const;
    Vector3f RotateToWorld(const Vector3f& direction) const;
    /// Whether a point of the ground lies in the contact shadow: the footprint and 10 cm around.
    bool Shades(float x, float y) const;

  private:
    ObjectKind m_kind;
    Pose m_pose;
    Vector3d m_size;
    double m_cosine;
    double m_sine;
    Colour m_accent{0.2F, 0.2F, 0.2F};
    std::vector<Primitive> m_primitives;
};

} // namespace nn::street

#endif // NN_STREET_SCENE_OBJECT_H
