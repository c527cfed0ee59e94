// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/training-settings.h"

#include "nn/blocks/conv-pool-kernel.h"
#include "nn/network/partial-aggregation.h"
#include "nn/network/require.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nn
{

namespace
{

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

/// Averages of some maps out of many have a large divisor: the first block must be able to add it
/// up exactly.
void
CheckAverage(const TierDescription& child,
             std::size_t maps,
             const TierDescription& tier,
             const std::string& key)
{
    const std::int64_t divisor = GetCommonDivisor(static_cast<int>(maps));
    const std::int64_t channels = child.filters.empty() ? 0 : child.filters.back();
    const bool isExact =
        tier.precision == Precision::Float || 9 * channels * divisor <= ConvPoolKernel::maximumSum;
    Require(divisor > 0 && isExact,
            "training.failout: '" + key + "' averages " + std::to_string(maps) + " maps of " +
                std::to_string(channels) +
                " filters, too many for exact sums when some are missing");
}

void
CheckFailout(double failout, const NetworkDescription& network)
{
    Require(failout >= 0 && failout <= 0.9,
            "training.failout: " + std::to_string(failout) + "; expected 0 to 0.9");
    if (failout == 0)
    {
        return;
    }
    for (const std::vector<int>& group : network.groups)
    {
        if (network.edge.input == Aggregation::Average)
        {
            CheckAverage(network.device, group.size(), network.edge, "edge.input");
        }
    }
    if (network.cloud.input == Aggregation::Average)
    {
        CheckAverage(network.HasEdges() ? network.edge : network.device,
                     network.HasEdges() ? network.groups.size() : network.cameras.size(),
                     network.cloud,
                     "cloud.input");
    }
}

} // namespace

std::string
ToString(Calibration calibration)
{
    return calibration == Calibration::Temperature ? "temperature" : "none";
}

void
TrainingSettings::Validate(const NetworkDescription& network) const
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
    CheckFailout(failout, network);
    Require(validation >= 0 && validation <= 0.9,
            "training.validation: " + std::to_string(validation) + "; expected 0 to 0.9");
    Require(calibration == Calibration::None || validation > 0,
            "training.calibration: " + ToString(calibration) +
                " needs samples that are held out; expected training.validation of more than 0, "
                "such as 0.1");
}

} // namespace nn
