// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/camera.h"

namespace nn::street
{

Camera::Camera(const Vector3d& position, const Vector3d& lookAt, const Optics& optics)
    : m_position(position), m_forward(Normalize(lookAt - position)), m_optics(optics)
{
    m_right = Normalize(Cross(m_forward, Vector3d{0, 0, 1}));
    m_down = Cross(m_forward, m_right);
}

ImagePoint
Camera::Project(const Vector3d& point) const
{
    const Vector3d offset = point - m_position;
    const double depth = Dot(offset, m_forward);
    return {m_optics.focalLength * Dot(offset, m_right) / depth + imageWidth / 2,
            m_optics.focalLength * Dot(offset, m_down) / depth + imageHeight / 2,
            depth};
}

Vector3f
Camera::GetRay(double u, double v) const
{
    const double right = (u - imageWidth / 2) / m_optics.focalLength;
    const double down = (v - imageHeight / 2) / m_optics.focalLength;
    return ToFloat(Normalize(m_right * right + m_down * down + m_forward));
}

const std::array<Camera, 6>&
GetCameras()
{
    static const std::array<Camera, 6> cameras = {
        Camera({19.0, -13.0, 4.2}, {4.0, -2.5, 0.8}, {360, {1.00F, 0.97F, 0.92F}, 0.100, 0.9}),
        Camera({-27.0, 13.0, 6.0}, {-3.0, 0.5, 0.5}, {540, {0.86F, 0.90F, 1.00F}, 0.160, 1.4}),
        Camera({1.0, 17.0, 3.4}, {0.5, -3.0, 0.6}, {320, {0.95F, 1.00F, 0.95F}, 0.140, 1.0}),
        Camera({-25.0, -4.6, 3.0}, {0.0, -2.2, 0.9}, {840, {1.05F, 1.00F, 0.90F}, 0.120, 1.0}),
        Camera({17.0, 17.0, 9.5}, {1.0, 0.5, 0.0}, {380, {0.92F, 0.95F, 1.02F}, 0.120, 0.9}),
        Camera({-2.0, -21.0, 6.5}, {0.5, 0.5, 0.2}, {255, {1.00F, 1.00F, 1.00F}, 0.080, 0.5}),
    };
    return cameras;
}

} // namespace nn::street
