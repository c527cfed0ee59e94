// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/view-picture.h"

#include <png.h>

#include <stdexcept>
#include <vector>

namespace simulator
{

namespace
{

constexpr std::size_t colours = 3;

/// (C, H, W) as (H, W, 3) or (H, W).
std::vector<std::uint8_t>
Interleave(const std::uint8_t* pixels, std::size_t plane, std::size_t channels)
{
    std::vector<std::uint8_t> interleaved(plane * channels);
    for (std::size_t i = 0; i < plane; ++i)
    {
        for (std::size_t channel = 0; channel < channels; ++channel)
        {
            interleaved[i * channels + channel] = pixels[channel * plane + i];
        }
    }
    return interleaved;
}

} // namespace

std::string
EncodePng(const std::uint8_t* pixels, nn::ViewShape shape)
{
    const bool isColoured = static_cast<std::size_t>(shape.channels) >= colours;
    const auto plane = static_cast<std::size_t>(shape.height) * shape.width;
    const std::vector<std::uint8_t> rows = Interleave(pixels, plane, isColoured ? colours : 1);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(shape.width);
    image.height = static_cast<png_uint_32>(shape.height);
    image.format = isColoured ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    image.flags = PNG_IMAGE_FLAG_FAST; // noise hardly compresses
    std::string file(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = file.size();
    if (png_image_write_to_memory(&image, file.data(), &size, 0, rows.data(), 0, nullptr) == 0)
    {
        throw std::runtime_error(std::string("libpng: ") + image.message);
    }
    file.resize(size);
    return file;
}

} // namespace simulator
