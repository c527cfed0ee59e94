// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_CONVEX_POLYHEDRON_H
#define NN_STREET_CONVEX_POLYHEDRON_H

#include "nn/data/street/bounds.h"
#include "nn/data/street/ray-hit.h"
#include "nn/data/street/vector.h"

#include <array>
#include <optional>

namespace nn::street
{

/// All points p with normal . p <= offset.
struct HalfSpace
{
    Vector3d normal; //!< of any length
    double offset;
};

/// The intersection of six half spaces: a box, or a box with slanted sides.
class ConvexPolyhedron
{
  public:
    static constexpr int faceCount = 6;

    /// \param faces together they enclose a bounded volume
    explicit ConvexPolyhedron(const std::array<HalfSpace, faceCount>& faces);

    /// Axis-aligned: faces +x, -x, +y, -y, +z, -z.
    static ConvexPolyhedron MakeBox(const Bounds& box);

    /// The polyhedron as seen from one point: what is the same for all rays from there.
    class Probe
    {
      public:
        Probe(const ConvexPolyhedron& shape, const Vector3d& origin);
        /// Whether a ray enters the polyhedron nearer than `limit` (metres).
        bool Intersect(const Vector3f& direction, float limit, RayHit& hit) const;

      private:
        std::array<Vector3f, faceCount> m_normals;
        std::array<float, faceCount> m_heights; //!< of the faces above the origin
    };

    /// Outward unit normal at a hit.
    Vector3f GetNormal(const Vector3d& origin, const Vector3f& direction, const RayHit& hit) const;
    Bounds GetBounds() const;

  private:
    /// The corner where three faces meet, if they meet and it belongs to the polyhedron.
    std::optional<Vector3d> FindVertex(int i, int j, int k) const;

    std::array<Vector3f, faceCount> m_normals; //!< unit length
    std::array<float, faceCount> m_offsets;
};

} // namespace nn::street

#endif // NN_STREET_CONVEX_POLYHEDRON_H
