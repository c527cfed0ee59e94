// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/validation-split.h"

#include "nn/data/split-mix64.h"
#include "nn/input-error.h"
#include "nn/network/random-streams.h"

#include <cmath>
#include <cstddef>
#include <numeric>

namespace nn
{

namespace
{

/// Which of some samples are held out.
std::vector<bool>
Draw(std::size_t samples, std::size_t held, std::uint64_t seed)
{
    std::vector<int> order(samples);
    std::iota(order.begin(), order.end(), 0);
    SplitMix64 random(seed, random_streams::validationSplit);
    random.Shuffle(order);
    std::vector<bool> isHeld(samples);
    for (std::size_t i = 0; i < held; ++i)
    {
        isHeld[order[i]] = true;
    }
    return isHeld;
}

} // namespace

TrainingSplit
SplitTraining(const MultiViewDataSet& dataset, const TrainingSettings& settings)
{
    const std::vector<int>& samples = dataset.GetTrainingSamples();
    const auto held = static_cast<std::size_t>(
        std::lround(settings.validation * static_cast<double>(samples.size())));
    if (settings.validation > 0 && held == 0)
    {
        throw InputError("data set '" + dataset.GetName() + "': " + std::to_string(samples.size()) +
                         " training samples, too few to hold some out for validation");
    }
    const std::vector<bool> isHeld = Draw(samples.size(), held, settings.seed);
    TrainingSplit split;
    for (std::size_t i = 0; i < samples.size(); ++i)
    {
        (isHeld[i] ? split.validation : split.training).push_back(samples[i]);
    }
    if (split.training.size() < 2)
    {
        throw InputError("data set '" + dataset.GetName() + "': fewer than two training samples");
    }
    return split;
}

} // namespace nn
