// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_ELLIPSOID_H
#define NN_STREET_ELLIPSOID_H

#include "nn/data/street/bounds.h"
#include "nn/data/street/ray-hit.h"
#include "nn/data/street/vector.h"

namespace nn::street
{

/// An ellipsoid along the axes, then sheared: a point at height h above its centre moves forward by
/// shear * h. A slanted limb, for example.
class Ellipsoid
{
  public:
    /// \param radii metres, along x, y, z
    Ellipsoid(const Vector3d& centre, const Vector3d& radii, double shear = 0);

    /// The ellipsoid as seen from one point: what is the same for all rays from there.
    class Probe
    {
      public:
        Probe(const Ellipsoid& shape, const Vector3d& origin);
        /// Whether a ray enters the ellipsoid nearer than `limit` (metres).
        bool Intersect(const Vector3f& direction, float limit, RayHit& hit) const;

      private:
        friend class Ellipsoid;
        /// Direction in the coordinates in which the ellipsoid is the unit sphere.
        Vector3f ToSphere(const Vector3f& direction) const;

        Vector3f m_origin; //!< in the coordinates in which the ellipsoid is the unit sphere
        float m_power;     //!< of the origin with respect to the unit sphere
        Vector3f m_radii;
        float m_shear;
    };

    /// Outward unit normal at a hit.
    Vector3f GetNormal(const Vector3d& origin, const Vector3f& direction, const RayHit& hit) const;
    Bounds GetBounds() const;

    const Vector3d& GetCentre() const
    {
        return m_centre;
    }

    const Vector3d& GetRadii() const
    {
        return m_radii;
    }

  private:
    Vector3d m_centre;
    Vector3d m_radii;
    double m_shear;
};

} // namespace nn::street

#endif // NN_STREET_ELLIPSOID_H
