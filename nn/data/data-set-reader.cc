// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-file.h"
#include "nn/data/npz-reader.h"
#include "nn/data/split-mix64.h"
#include "nn/input-error.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <utility>
#include <vector>

namespace nn
{

namespace
{

constexpr int defaultClasses = 3;
constexpr int greatestClasses = 1000;

[[noreturn]] void
Fail(const NpzReader& file, const std::string& array, const std::string& what)
{
    throw InputError(file.GetPath() + ": array '" + array + "': " + what);
}

/// \return shape of `X`
NpzShape
CheckPixelArray(const NpzReader& file)
{
    const NpzType type = file.GetType("X");
    if (type != NpzType::F4 && type != NpzType::F8 && type != NpzType::U1)
    {
        Fail(file, "X", "elements of type " + ToString(type) + ", expected f4, f8 or u1");
    }
    NpzShape shape = file.GetShape("X");
    const bool empty = std::find(shape.begin(), shape.end(), 0U) != shape.end();
    if (shape.size() != 5 || shape[0] < 2 || empty)
    {
        Fail(file,
             "X",
             "shape " + ToString(shape) +
                 ", expected (samples, cameras, channels, height, width) with at least 2 samples");
    }
    return shape;
}

std::vector<std::string>
ReadClasses(const NpzReader& file)
{
    const int count = file.Has("classes") ? file.ReadInts("classes", {})[0] : defaultClasses;
    if (count < 2 || count > greatestClasses)
    {
        Fail(file, "classes", std::to_string(count) + ", expected 2 to 1000");
    }
    if (count == 3)
    {
        return {"car", "bus", "person"};
    }
    std::vector<std::string> classes;
    classes.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
    {
        classes.push_back("class-" + std::to_string(i));
    }
    return classes;
}

std::string
ReadName(const NpzReader& file)
{
    constexpr std::size_t greatestLength = 100;
    std::string name = file.HasText("name.txt") ? file.ReadText("name.txt") : "";
    const bool printable =
        std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (name.empty() || name.size() > greatestLength || !printable)
    {
        return std::filesystem::path(file.GetPath()).stem().string();
    }
    return name;
}

/// Labels in `y`, with -1 for absent in either spelling.
std::vector<int>
ReadViewLabels(const NpzReader& file, const NpzShape& shape, int classCount)
{
    std::vector<int> labels = file.ReadInts("y", shape);
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        if (labels[i] < -1 || labels[i] > classCount)
        {
            Fail(file,
                 "y",
                 std::to_string(labels[i]) + " at " + ToIndexText(shape, i) +
                     ", expected a class 0 to " + std::to_string(classCount - 1) + ", or -1 or " +
                     std::to_string(classCount) + " for an absent view");
        }
        labels[i] = labels[i] == classCount ? MultiViewDataSet::absent : labels[i];
    }
    return labels;
}

/// \param views labels of one sample's views
int
FindSampleLabel(const NpzReader& file, int sample, const std::vector<int>& views)
{
    const auto isSeen = [](int label) { return label != MultiViewDataSet::absent; };
    const auto first = std::find_if(views.begin(), views.end(), isSeen);
    const std::string where = "sample " + std::to_string(sample);
    if (first == views.end())
    {
        Fail(file, "y", where + " is seen by no camera, expected at least one");
    }
    const auto differs = [&](int label) { return isSeen(label) && label != *first; };
    const auto other = std::find_if(first, views.end(), differs);
    if (other != views.end())
    {
        Fail(file,
             "y",
             where + " has class " + std::to_string(*first) + " at camera " +
                 std::to_string(first - views.begin()) + " and class " + std::to_string(*other) +
                 " at camera " + std::to_string(other - views.begin()) +
                 ", expected one class for all views");
    }
    return *first;
}

void
SetLabels(const NpzReader& file, const std::vector<int>& labels, MultiViewDataSet& dataset)
{
    const int cameras = dataset.GetCameraCount();
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        const auto first = labels.begin() + std::ptrdiff_t{sample} * cameras;
        const std::vector<int> views(first, first + cameras);
        dataset.SetLabel(sample, FindSampleLabel(file, sample, views));
        for (int camera = 0; camera < cameras; ++camera)
        {
            dataset.SetSeen(sample, camera, views[camera] != MultiViewDataSet::absent);
        }
    }
}

template <typename T>
T
GetElement(const NpzArray& array, std::size_t i)
{
    T value;
    std::memcpy(&value, &array.bytes[i * sizeof(T)], sizeof(T));
    return value;
}

/// One element of `X` as an 8-bit pixel.
std::uint8_t
ToPixel(const NpzReader& file, const NpzArray& pixels, std::size_t i)
{
    if (pixels.type == NpzType::U1)
    {
        return pixels.bytes[i];
    }
    const double pixel = pixels.type == NpzType::F4 ? double{GetElement<float>(pixels, i)}
                                                    : GetElement<double>(pixels, i);
    if (!(pixel >= 0 && pixel <= 1)) // also if it is not a number
    {
        Fail(file,
             "X",
             std::to_string(pixel) + " at " + ToIndexText(pixels.shape, i) + ", expected 0 to 1");
    }
    return static_cast<std::uint8_t>(std::lround(255 * pixel));
}

void
SetPixels(const NpzReader& file, const NpzArray& pixels, MultiViewDataSet& dataset)
{
    const std::size_t size = dataset.GetViewShape().Size();
    std::size_t position = 0;
    for (int sample = 0; sample < dataset.GetSampleCount(); ++sample)
    {
        for (int camera = 0; camera < dataset.GetCameraCount(); ++camera, position += size)
        {
            std::uint8_t* view = dataset.GetView(sample, camera);
            const bool seen = dataset.GetViewLabel(sample, camera) != MultiViewDataSet::absent;
            for (std::size_t i = 0; seen && i < size; ++i)
            {
                view[i] = ToPixel(file, pixels, position + i);
            }
        }
    }
}

void
DrawSplit(MultiViewDataSet& dataset, std::uint64_t seed)
{
    const int count = dataset.GetSampleCount();
    std::vector<int> samples(static_cast<std::size_t>(count));
    std::iota(samples.begin(), samples.end(), 0);
    SplitMix64 random(seed);
    random.Shuffle(samples);
    const auto share = static_cast<int>(std::lround(count * 680.0 / 851.0));
    const auto middle = samples.begin() + std::clamp(share, 1, count - 1);
    std::sort(samples.begin(), middle);
    std::sort(middle, samples.end());
    dataset.SetSplit({samples.begin(), middle}, {middle, samples.end()});
}

void
ReadSplit(const NpzReader& file, MultiViewDataSet& dataset)
{
    const int count = dataset.GetSampleCount();
    const std::vector<int> split = file.ReadInts("split", {static_cast<std::size_t>(count)});
    std::vector<int> training;
    std::vector<int> test;
    for (int sample = 0; sample < count; ++sample)
    {
        if (split[sample] != 0 && split[sample] != 1)
        {
            Fail(file,
                 "split",
                 std::to_string(split[sample]) + " at [" + std::to_string(sample) +
                     "], expected 0 (training) or 1 (test)");
        }
        (split[sample] == 0 ? training : test).push_back(sample);
    }
    if (training.empty() || test.empty())
    {
        Fail(file,
             "split",
             std::string("no ") + (test.empty() ? "test" : "training") +
                 " sample, expected at least one of each");
    }
    dataset.SetSplit(std::move(training), std::move(test));
}

} // namespace

MultiViewDataSet
ReadDataSet(const std::string& path, std::uint64_t seed)
{
    const NpzReader file(path);
    const NpzShape shape = CheckPixelArray(file);
    const std::vector<std::string> classes = ReadClasses(file);
    const std::vector<int> labels =
        ReadViewLabels(file, {shape[0], shape[1]}, static_cast<int>(classes.size()));
    // Only what is really there may decide how much memory the data set takes: read first.
    const NpzArray pixels = file.Read("X");
    const ViewShape view{
        static_cast<int>(shape[2]), static_cast<int>(shape[3]), static_cast<int>(shape[4])};
    MultiViewDataSet dataset(
        ReadName(file), classes, view, static_cast<int>(shape[0]), static_cast<int>(shape[1]));
    SetLabels(file, labels, dataset);
    SetPixels(file, pixels, dataset);
    if (file.Has("split"))
    {
        ReadSplit(file, dataset);
    }
    else
    {
        DrawSplit(dataset, seed);
    }
    return dataset;
}

} // namespace nn
