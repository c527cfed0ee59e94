// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/picture.h"

#include "nn/data/street/hash-noise.h"
#include "nn/data/street/portable-functions.h"

#include <algorithm>
#include <cmath>

namespace nn::street
{

namespace
{

/// Normalized weights of a Gaussian; empty if it would not reach the neighbours.
std::vector<float>
MakeKernel(double sigma)
{
    const int radius = std::min(8, static_cast<int>(std::lround(3 * sigma)));
    if (radius < 1)
    {
        return {};
    }
    std::vector<double> weights;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i)
    {
        const double x = i / sigma;
        weights.push_back(Exponential(-.5 * x * x));
        sum += weights.back();
    }
    std::vector<float> kernel(weights.size());
    std::transform(weights.begin(), weights.end(), kernel.begin(), [sum](double weight) {
        return static_cast<float>(weight / sum);
    });
    return kernel;
}

} // namespace

Picture::Picture(const std::vector<Colour>& colours, int raysPerSide)
    : m_light(std::size_t{side} * side * channels, 0.0F)
{
    const int factor = raysPerSide / side;
    const auto share = static_cast<float>(factor * factor);
    for (int row = 0; row < raysPerSide; ++row)
    {
        for (int column = 0; column < raysPerSide; ++column)
        {
            const int ray = row * raysPerSide + column;
            const int first = ((row / factor) * side + column / factor) * channels;
            const Colour& colour = colours[ray];
            float* pixel = &m_light[first];
            pixel[0] += colour.x / share;
            pixel[1] += colour.y / share;
            pixel[2] += colour.z / share;
        }
    }
}

void
Picture::Expose(const Colour& gain)
{
    for (std::size_t i = 0; i < m_light.size(); i += channels)
    {
        m_light[i] *= gain.x;
        m_light[i + 1] *= gain.y;
        m_light[i + 2] *= gain.z;
    }
}

void
Picture::Blur(const Rectangle& crop, double lens)
{
    const double cameraPixels = Length(.35, .5 * lens);
    BlurAlong(channels, side * channels, side / crop.GetWidth() * cameraPixels);
    BlurAlong(side * channels, channels, side / crop.GetHeight() * cameraPixels);
}

void
Picture::BlurAlong(int step, int otherStep, double sigma)
{
    const std::vector<float> kernel = MakeKernel(sigma);
    if (kernel.empty())
    {
        return;
    }
    const int radius = static_cast<int>(kernel.size() / 2);
    const std::vector<float> sharp = m_light;
    for (int i = 0; i < side * side * channels; ++i)
    {
        const int channel = i % channels;
        const int position = i / channels % side;
        const int line = i / channels / side;
        const float* start = &sharp[line * otherStep + channel];
        float sum = 0;
        for (int k = -radius; k <= radius; ++k)
        {
            const int neighbour = std::clamp(position + k, 0, side - 1) * step;
            sum += kernel[k + radius] * start[neighbour];
        }
        m_light[line * otherStep + position * step + channel] = sum;
    }
}

void
Picture::Read(double noise, std::uint64_t key, std::uint8_t* pixels) const
{
    const auto deviation = static_cast<float>(noise);
    for (int pixel = 0; pixel < side * side; ++pixel)
    {
        for (int channel = 0; channel < channels; ++channel)
        {
            const int i = pixel * channels + channel;
            const float light = m_light[i] + deviation * HashNormal(key + i);
            const int to = channel * side * side + pixel;
            pixels[to] =
                static_cast<std::uint8_t>(std::nearbyint(std::clamp(light, 0.0F, 1.0F) * 255.0F));
        }
    }
}

} // namespace nn::street
