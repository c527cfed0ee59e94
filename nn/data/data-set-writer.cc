// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-file.h"
#include "nn/data/npz-writer.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace nn
{

namespace
{

std::vector<float>
GetPixels(const MultiViewDataSet& dataset)
{
    std::vector<float> pixels;
    const std::size_t size = dataset.GetViewShape().Size();
    pixels.reserve(size * dataset.GetSampleCount() * dataset.GetCameraCount());
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
        {
            const std::uint8_t* view = dataset.GetView(sample, camera);
            std::transform(view, view + size, std::back_inserter(pixels), [](std::uint8_t pixel) {
                return static_cast<float>(pixel) / 255.0F;
            });
        }
    }
    return pixels;
}

/// Labels of all views, in the spelling of the file.
std::vector<std::int32_t>
GetViewLabels(const MultiViewDataSet& dataset)
{
    std::vector<std::int32_t> labels;
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
        {
            const int label = dataset.GetViewLabel(sample, camera);
            const bool absent = label == MultiViewDataSet::absent;
            labels.push_back(absent ? static_cast<int>(dataset.GetClasses().size()) : label);
        }
    }
    return labels;
}

std::vector<std::int32_t>
GetLabels(const MultiViewDataSet& dataset)
{
    std::vector<std::int32_t> labels(static_cast<std::size_t>(dataset.GetSampleCount()));
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        labels[sample] = dataset.GetLabel(sample);
    }
    return labels;
}

std::vector<std::uint8_t>
GetSplit(const MultiViewDataSet& dataset)
{
    std::vector<std::uint8_t> split(static_cast<std::size_t>(dataset.GetSampleCount()), 0);
    for (const int sample : dataset.GetTestSamples())
    {
        split[sample] = 1;
    }
    return split;
}

} // namespace

void
SaveDataSet(const std::string& path, const MultiViewDataSet& dataset)
{
    const auto samples = static_cast<std::size_t>(dataset.GetSampleCount());
    const auto cameras = static_cast<std::size_t>(dataset.GetCameraCount());
    const ViewShape view = dataset.GetViewShape();
    const NpzShape pixelShape{samples,
                              cameras,
                              static_cast<std::size_t>(view.channels),
                              static_cast<std::size_t>(view.height),
                              static_cast<std::size_t>(view.width)};
    NpzWriter file;
    file.AddFloats("X", pixelShape, GetPixels(dataset));
    file.AddInts("y", {samples, cameras}, GetViewLabels(dataset));
    file.AddInts("label", {samples}, GetLabels(dataset));
    file.AddBytes("split", {samples}, GetSplit(dataset));
    file.AddInts("classes", {}, {static_cast<int>(dataset.GetClasses().size())});
    file.AddText("name.txt", dataset.GetName());
    file.Write(path);
}

} // namespace nn
