// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/training-settings.h"

#include "nn/input-error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace nn
{

namespace
{

void
Require(bool condition, const std::string& message)
{
    if (!condition)
    {
        throw InputError(message);
    }
}

void
CheckWeights(const LossWeights& weights)
{
    const auto all = {weights.device, weights.local, weights.edge, weights.cloud};
    Require(std::all_of(all.begin(),
                        all.end(),
                        [](double weight) { return std::isfinite(weight) && weight >= 0; }),
            "training.weights: a weight is negative or no number; expected 0 or more");
    Require(std::max(all) > 0, "training.weights: all are 0; expected one of more than 0");
}

} // namespace

void
TrainingSettings::Validate() const
{
    Require(epochs >= 0 && epochs <= 1'000'000,
            "training.epochs: " + std::to_string(epochs) + "; expected 0 to 1000000");
    Require(batch >= 2,
            "training.batch: " + std::to_string(batch) +
                "; expected at least 2 (batch normalization needs a variance)");
    Require(learningRate > 0 && learningRate <= 1,
            "training.rate: " + std::to_string(learningRate) +
                "; expected more than 0 and at most 1");
    CheckWeights(weights);
}

} // namespace nn
