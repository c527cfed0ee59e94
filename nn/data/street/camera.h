// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_CAMERA_H
#define NN_STREET_CAMERA_H

#include "nn/data/street/vector.h"

#include <array>

namespace nn::street
{

/// A point on the image plane, in pixels from the top left corner, and its depth in metres.
struct ImagePoint
{
    double u = 0;
    double v = 0;
    double depth = 0; //!< along the optical axis; not positive: behind the camera
};

/// A pinhole camera with its own colour balance, sensor noise and lens blur. No distortion.
class Camera
{
  public:
    /// Image plane, in pixels; the principal point is its centre.
    static constexpr double imageWidth = 360;
    static constexpr double imageHeight = 288;

    struct Optics
    {
        double focalLength; //!< pixels
        Colour gain;        //!< colour balance: factor on red, green, blue
        double noise;       //!< standard deviation of the sensor noise; full scale is 1
        double blur;        //!< lens blur, pixels
    };

    Camera(const Vector3d& position, const Vector3d& lookAt, const Optics& optics);

    ImagePoint Project(const Vector3d& point) const;
    /// Unit vector from the camera through a point of the image plane.
    Vector3f GetRay(double u, double v) const;

    const Vector3d& GetPosition() const
    {
        return m_position;
    }

    const Optics& GetOptics() const
    {
        return m_optics;
    }

  private:
    Vector3d m_position;
    Vector3d m_right;
    Vector3d m_down;
    Vector3d m_forward;
    Optics m_optics;
};

/// The six cameras of the site: different places, lenses and sensors, worst to best (roughly).
const std::array<Camera, 6>& GetCameras();

} // namespace nn::street

#endif // NN_STREET_CAMERA_H
