// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/network-keys.h"

#include "simulator/scenario/data-set-keys.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

#include <limits>
#include <utility>

namespace simulator
{

namespace
{

using nn::Aggregation;
using nn::Calibration;
using nn::Precision;

constexpr int maximumNodes = 1000;
constexpr int maximumFilters = 4096;
constexpr int fromOne = 1; //!< numbers of cameras and devices in the file count from 1

const std::vector<std::pair<std::string, Aggregation>>&
GetAggregations()
{
    static const std::vector<std::pair<std::string, Aggregation>> words = {
        {"max", Aggregation::Max},
        {"average", Aggregation::Average},
        {"concat", Aggregation::Concatenate}};
    return words;
}

void
SetAggregation(Aggregation& target, const std::string& text)
{
    for (const auto& [word, aggregation] : GetAggregations())
    {
        target = word == text ? aggregation : target;
    }
}

std::string
GetWord(Aggregation aggregation)
{
    for (const auto& [word, other] : GetAggregations())
    {
        if (other == aggregation)
        {
            return word;
        }
    }
    return "";
}

Key
MakeAggregationKey(const std::string& path, Aggregation& target, const std::string& help)
{
    std::vector<std::string> words;
    for (const auto& [word, aggregation] : GetAggregations())
    {
        words.push_back(word);
    }
    return MakeWordKey(
        path,
        words,
        [&target](const std::string& text) { SetAggregation(target, text); },
        [&target]() { return GetWord(target); },
        help);
}

Key
MakeFiltersKey(const std::string& tier, nn::TierDescription& target, const std::string& help)
{
    return MakeIntegerListKey(JoinPath(tier, "filters"),
                              target.filters,
                              {1, maximumFilters},
                              0,
                              "Filters of each ConvP block of " + help);
}

void
AddTreeKeys(KeyTable& table, nn::NetworkDescription& network)
{
    table.Add(MakeIntegerListKey(
        "cameras", network.cameras, {1, maximumNodes}, fromOne, "Camera of each device, from 1."));
    table.Add(MakeIntegerListsKey("edges",
                                  network.groups,
                                  {1, maximumNodes},
                                  fromOne,
                                  "Devices of each edge, from 1; empty: no edge tier."));
}

void
AddTierKeys(KeyTable& table, nn::NetworkDescription& network)
{
    const std::string input = " puts the feature maps of its children together.";
    const std::string exit = "How the scores of all ";
    table.Add(MakeFiltersKey("device", network.device, "a device; empty: it sends its raw view."));
    table.Add(
        MakeAggregationKey("device.exit", network.device.exit, exit + "devices are put together."));
    table.Add(MakeFiltersKey("edge", network.edge, "an edge."));
    table.Add(MakeAggregationKey("edge.input", network.edge.input, "How an edge" + input));
    table.Add(MakeAggregationKey("edge.exit", network.edge.exit, exit + "edges are put together."));
    table.Add(MakeFiltersKey("cloud", network.cloud, "the cloud."));
    table.Add(MakeAggregationKey("cloud.input", network.cloud.input, "How the cloud" + input));
    table.Add(MakeWordKey(
        "cloud.precision",
        {ToString(Precision::Binary), ToString(Precision::Float)},
        [&network](const std::string& text) {
            network.cloud.precision =
                text == ToString(Precision::Float) ? Precision::Float : Precision::Binary;
        },
        [&network]() { return ToString(network.cloud.precision); },
        "Numbers that the layers of the cloud compute with."));
}

void
AddWeightKeys(KeyTable& table, nn::LossWeights& weights)
{
    const auto add = [&table](const std::string& place, double& weight, const std::string& what) {
        table.Add(MakeNumberKey(
            "training.weights." + place, weight, {0, 1000}, "Weight of the loss of " + what));
    };
    add("device", weights.device, "each device alone.");
    add("local", weights.local, "the local exit.");
    add("edge", weights.edge, "the edge exit.");
    add("cloud", weights.cloud, "the cloud.");
}

void
AddTrainingKeys(KeyTable& table, nn::TrainingSettings& training)
{
    table.Add(MakeIntegerKey(
        "training.epochs", training.epochs, {0, 1'000'000}, "Passes over the training split."));
    table.Add(MakeIntegerKey(
        "training.batch", training.batch, {2, 100'000}, "Samples of one step of the optimizer."));
    table.Add(MakeNumberKey(
        "training.rate", training.learningRate, {1e-9, 1}, "Learning rate (Adam's alpha)."));
    table.Add(MakeIntegerKey("training.seed",
                             training.seed,
                             {0, std::numeric_limits<std::uint64_t>::max()},
                             "Seed of all random numbers of training."));
    AddWeightKeys(table, training.weights);
    table.Add(MakeNumberKey("training.failout",
                            training.failout,
                            {0, 0.9},
                            "Probability that a device fails for a sample, while training."));
    table.Add(MakeNumberKey("training.validation",
                            training.validation,
                            {0, 0.9},
                            "Share of the training split that is held out, to choose thresholds."));
    table.Add(MakeWordKey(
        "training.calibration",
        {ToString(Calibration::None), ToString(Calibration::Temperature)},
        [&training](const std::string& text) {
            training.calibration = text == ToString(Calibration::Temperature)
                                       ? Calibration::Temperature
                                       : Calibration::None;
        },
        [&training]() { return ToString(training.calibration); },
        "Of the exits' certainty, on what is held out."));
}

} // namespace

NetworkPlan
MakeDefaultNetworkPlan()
{
    NetworkPlan plan;
    plan.network.cameras = {0, 1, 2, 3, 4, 5};
    plan.network.device.filters = {4};
    plan.network.edge.filters = {};
    plan.network.cloud.filters = {16};
    return plan;
}

KeyTable
MakeNetworkKeys(NetworkPlan& plan)
{
    KeyTable table;
    table.Add(MakeNameKey(
        "name", plan.network.name, "name of the file", "Name of the network in results."));
    AddDataSetKeys(table, plan.dataset);
    AddTreeKeys(table, plan.network);
    AddTierKeys(table, plan.network);
    AddTrainingKeys(table, plan.training);
    return table;
}

} // namespace simulator
