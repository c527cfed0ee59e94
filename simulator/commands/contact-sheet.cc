// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/contact-sheet.h"

#include "nn/input-error.h"

#include <png.h>

#include <algorithm>

namespace simulator
{

namespace
{

using nn::MultiViewDataSet;

constexpr int channels = 3;
constexpr int gap = 2;      //!< between views, view pixels
constexpr int groupGap = 8; //!< between classes, more than that
constexpr std::uint8_t white = 255;
constexpr std::uint8_t grey = 128;

/// The first samples of each class.
std::vector<std::vector<int>>
FindRows(const MultiViewDataSet& dataset)
{
    std::vector<std::vector<int>> groups(dataset.GetClasses().size());
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        std::vector<int>& group = groups[dataset.GetLabel(sample)];
        if (group.size() < ContactSheet::greatestRows)
        {
            group.push_back(sample);
        }
    }
    return groups;
}

int
ChooseScale(nn::ViewShape view)
{
    return std::max(view.width, view.height) <= 64 ? 3 : 1;
}

} // namespace

ContactSheet::ContactSheet(const MultiViewDataSet& dataset)
    : m_scale(ChooseScale(dataset.GetViewShape())),
      m_cellWidth((dataset.GetViewShape().width + gap) * m_scale),
      m_cellHeight((dataset.GetViewShape().height + gap) * m_scale),
      m_groupWidth(dataset.GetCameraCount() * m_cellWidth + groupGap * m_scale)
{
    const std::vector<std::vector<int>> groups = FindRows(dataset);
    std::size_t rows = 0;
    for (const std::vector<int>& group : groups)
    {
        rows = std::max(rows, group.size());
    }
    Allocate(dataset, static_cast<int>(rows));
    for (std::size_t group = 0; group < groups.size(); ++group)
    {
        for (std::size_t row = 0; row < groups[group].size(); ++row)
        {
            DrawSample(dataset, groups[group][row], static_cast<int>(group), static_cast<int>(row));
        }
    }
}

void
ContactSheet::Allocate(const MultiViewDataSet& dataset, int rows)
{
    constexpr double greatestPixels = 1e8;
    const auto groups = static_cast<int>(dataset.GetClasses().size());
    const double width = static_cast<double>(groups) * m_groupWidth;
    const double height = static_cast<double>(rows) * m_cellHeight;
    if (width * height > greatestPixels)
    {
        throw nn::InputError("data set '" + dataset.GetName() +
                             "': too large to draw, expected a sheet of at most 1e8 pixels");
    }
    m_width = groups * m_groupWidth - (groupGap + gap) * m_scale;
    m_height = rows * m_cellHeight - gap * m_scale;
    m_pixels.assign(static_cast<std::size_t>(m_width) * m_height * channels, white);
}

void
ContactSheet::DrawSample(const MultiViewDataSet& dataset, int sample, int group, int row)
{
    for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
    {
        const int left = group * m_groupWidth + camera * m_cellWidth;
        DrawView(dataset, sample, camera, left, row * m_cellHeight);
    }
}

void
ContactSheet::DrawView(const MultiViewDataSet& dataset, int sample, int camera, int left, int top)
{
    const nn::ViewShape shape = dataset.GetViewShape();
    const std::size_t plane = static_cast<std::size_t>(shape.height) * shape.width;
    const std::uint8_t* view = dataset.GetView(sample, camera);
    const std::size_t step = shape.channels < channels ? 0 : plane;
    const bool absent = dataset.GetViewLabel(sample, camera) == MultiViewDataSet::absent;
    for (int y = 0; y < shape.height * m_scale; ++y)
    {
        for (int x = 0; x < shape.width * m_scale; ++x)
        {
            const std::size_t from =
                static_cast<std::size_t>(y / m_scale) * shape.width + x / m_scale;
            const std::size_t to = static_cast<std::size_t>(top + y) * m_width + left + x;
            for (std::size_t c = 0; c < channels; ++c)
            {
                m_pixels[to * channels + c] = absent ? grey : view[c * step + from];
            }
        }
    }
}

void
ContactSheet::WritePng(const std::string& path) const
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(m_width);
    image.height = static_cast<png_uint_32>(m_height);
    image.format = PNG_FORMAT_RGB;
    if (png_image_write_to_file(&image, path.c_str(), 0, m_pixels.data(), 0, nullptr) == 0)
    {
        throw nn::InputError(path + ": cannot be written: " + image.message);
    }
}

} // namespace simulator
