// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/street-data-set.h"

#include "nn/data/split-mix64.h"
#include "nn/data/street/camera.h"
#include "nn/data/street/picture.h"
#include "nn/data/street/scene.h"
#include "nn/data/street/view-renderer.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <thread>
#include <vector>

namespace nn::street
{

namespace
{

CropJitter
DrawJitter(SplitMix64& random)
{
    constexpr double greatest = .12;
    CropJitter jitter{};
    for (double& edge : jitter)
    {
        edge = random.Uniform(-1, 1) * greatest;
    }
    return jitter;
}

/// Start of a sample's pixel noise; each camera takes 4096 numbers.
std::uint64_t
GetNoiseKey(std::uint64_t seed, int index, std::size_t camera)
{
    const std::uint64_t sample = (seed * 7919 + static_cast<std::uint64_t>(index)) * 1000003;
    return (sample & ((std::uint64_t{1} << 50) - 1)) + camera * 4096;
}

/// `value`, or the nearest end of the range; the low end for what is no number.
double
Limit(double value, double low, double high)
{
    return value >= low ? std::min(value, high) : low;
}

Difficulty
GetDifficulty(const DataSetSource& source)
{
    return {Limit(source.noise, 0, 1e6),
            std::clamp(source.clutter, 0, 1000),
            1 - Limit(source.occlusion, 0, 1)};
}

std::vector<int>
MakeRange(int first, int last)
{
    std::vector<int> range(static_cast<std::size_t>(last - first));
    std::iota(range.begin(), range.end(), first);
    return range;
}

} // namespace

void
RenderSample(std::uint64_t seed, int index, const Difficulty& difficulty, MultiViewDataSet& dataset)
{
    SplitMix64 random(seed, static_cast<std::uint64_t>(index));
    const auto& cameras = GetCameras();
    bool seenByAny = false;
    while (!seenByAny)
    {
        const Scene scene = DrawScene(random, difficulty.clutter);
        dataset.SetLabel(index, static_cast<int>(scene.target.GetKind()));
        for (std::size_t k = 0; k < cameras.size(); ++k)
        {
            const ViewSettings settings{DrawJitter(random),
                                        difficulty.leastVisible,
                                        difficulty.noise,
                                        GetNoiseKey(seed, index, k)};
            const auto camera = static_cast<int>(k);
            const bool seen =
                RenderView(cameras[k], scene, settings, dataset.GetView(index, camera));
            dataset.SetSeen(index, camera, seen);
            seenByAny = seenByAny || seen;
        }
    }
}

MultiViewDataSet
RenderDataSet(const DataSetSource& source, DataSetPart part, int threads)
{
    MultiViewDataSet dataset("street",
                             {"car", "bus", "person"},
                             {Picture::channels, Picture::side, Picture::side},
                             sampleCount,
                             static_cast<int>(GetCameras().size()));
    dataset.SetSplit(MakeRange(0, trainingCount), MakeRange(trainingCount, sampleCount));
    const Difficulty difficulty = GetDifficulty(source);
    std::atomic<int> next{part == DataSetPart::TestOnly ? trainingCount : 0};
    const auto work = [&] {
        for (int i = next++; i < sampleCount; i = next++)
        {
            RenderSample(source.seed, i, difficulty, dataset);
        }
    };
    std::vector<std::thread> helpers;
    for (int i = 1; i < threads; ++i)
    {
        helpers.emplace_back(work);
    }
    work();
    for (std::thread& helper : helpers)
    {
        helper.join();
    }
    return dataset;
}

} // namespace nn::street
