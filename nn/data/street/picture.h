// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_PICTURE_H
#define NN_STREET_PICTURE_H

#include "nn/data/street/camera.h"
#include "nn/data/street/crop.h"

#include <cstdint>
#include <vector>

namespace nn::street
{

/// A view on its way through lens and sensor: light per pixel, (H, W, C), full scale 1.
class Picture
{
  public:
    static constexpr int side = 32; //!< pixels
    static constexpr int channels = 3;

    /// Averages what several rays see: a square grid of colours, row by row.
    /// \param raysPerSide a multiple of `side`
    Picture(const std::vector<Colour>& colours, int raysPerSide);

    /// Factor on red, green and blue.
    void Expose(const Colour& gain);

    /// Gaussian blur: lens, and resampling of the crop to this size. Its standard deviation in the
    /// camera's pixels is sqrt(0.35^2 + (0.5 lens)^2).
    /// \param lens lens blur, in the camera's pixels
    void Blur(const Rectangle& crop, double lens);

    /// Sensor noise of a standard deviation, then 8-bit pixels (C, H, W).
    /// \param key of the noise: each pixel and channel takes the next number
    void Read(double noise, std::uint64_t key, std::uint8_t* pixels) const;

  private:
    void BlurAlong(int step, int otherStep, double sigma);

    std::vector<float> m_light;
};

} // namespace nn::street

#endif // NN_STREET_PICTURE_H
