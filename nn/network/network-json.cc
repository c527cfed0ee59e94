// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/network-json.h"

#include "nn/data/quote.h"
#include "nn/input-error.h"
#include "nn/network/calibration.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace nn
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr const char* format = "ddnnsim-network";
constexpr int version = 1;

[[noreturn]] void
Fail(const std::string& message)
{
    throw InputError("network.json: " + message);
}

const Json&
GetMember(const Json& object, const char* key)
{
    if (!object.is_object() || !object.contains(key))
    {
        Fail("no '" + std::string(key) + "'");
    }
    return object.at(key);
}

std::string
GetText(const Json& object, const char* key)
{
    const Json& value = GetMember(object, key);
    if (!value.is_string())
    {
        Fail("'" + std::string(key) + "' is not a text");
    }
    return value.get<std::string>();
}

double
GetNumber(const Json& object, const char* key)
{
    const Json& value = GetMember(object, key);
    if (!value.is_number() || !std::isfinite(value.get<double>()))
    {
        Fail("'" + std::string(key) + "' is not a number");
    }
    return value.get<double>();
}

int
ToInteger(const Json& value, const char* key)
{
    if (!value.is_number_integer() || value < std::numeric_limits<int>::min() ||
        value > std::numeric_limits<int>::max())
    {
        Fail("'" + std::string(key) + "' is not an integer");
    }
    return value.get<int>();
}

std::uint64_t
GetSeed(const Json& object)
{
    const Json& value = GetMember(object, "seed");
    if (!value.is_number_unsigned())
    {
        Fail("'seed' is not a non-negative integer");
    }
    return value.get<std::uint64_t>();
}

const Json&
GetList(const Json& object, const char* key)
{
    const Json& list = GetMember(object, key);
    if (!list.is_array())
    {
        Fail("'" + std::string(key) + "' is not a list");
    }
    return list;
}

std::vector<int>
ToIntegers(const Json& list, const char* key)
{
    if (!list.is_array())
    {
        Fail("'" + std::string(key) + "' is not a list");
    }
    std::vector<int> values;
    for (const Json& value : list)
    {
        values.push_back(ToInteger(value, key));
    }
    return values;
}

Aggregation
GetAggregation(const Json& object, const char* key)
{
    const std::string text = GetText(object, key);
    for (const Aggregation aggregation :
         {Aggregation::Max, Aggregation::Average, Aggregation::Concatenate})
    {
        if (text == ToString(aggregation))
        {
            return aggregation;
        }
    }
    Fail("'" + std::string(key) + "' is " + Quote(text) + "; expected max, average or concat");
}

Json
WriteTier(const TierDescription& tier)
{
    return {{"filters", tier.filters},
            {"input", ToString(tier.input)},
            {"exit", ToString(tier.exit)},
            {"precision", ToString(tier.precision)}};
}

/// Files without it: binary.
Precision
ReadPrecision(const Json& tier)
{
    const std::string text = tier.contains("precision") ? GetText(tier, "precision") : "binary";
    for (const Precision precision : {Precision::Binary, Precision::Float})
    {
        if (text == ToString(precision))
        {
            return precision;
        }
    }
    Fail("'precision' is " + Quote(text) + "; expected binary or float");
}

TierDescription
ReadTier(const Json& object)
{
    return {ToIntegers(GetList(object, "filters"), "filters"),
            GetAggregation(object, "input"),
            GetAggregation(object, "exit"),
            ReadPrecision(object)};
}

NetworkDescription
ReadDescription(const Json& json)
{
    NetworkDescription network;
    network.name = GetText(json, "name");
    network.classes.clear();
    for (const Json& name : GetList(json, "classes"))
    {
        if (!name.is_string())
        {
            Fail("a class is not a text");
        }
        network.classes.push_back(name.get<std::string>());
    }
    const std::vector<int> view = ToIntegers(GetList(json, "view"), "view");
    if (view.size() != 3)
    {
        Fail("'view' is not a list of three numbers");
    }
    network.view = {view[0], view[1], view[2]};
    network.cameras = ToIntegers(GetList(json, "cameras"), "cameras");
    for (const Json& group : GetList(json, "groups"))
    {
        network.groups.push_back(ToIntegers(group, "groups"));
    }
    network.device = ReadTier(GetMember(json, "device"));
    network.edge = ReadTier(GetMember(json, "edge"));
    network.cloud = ReadTier(GetMember(json, "cloud"));
    return network;
}

/// A file of an older version has no such member.
double
GetNumberOr(const Json& object, const char* key, double other)
{
    return object.contains(key) ? GetNumber(object, key) : other;
}

/// Files without weights: all 1.
LossWeights
ReadWeights(const Json& training)
{
    if (!training.contains("weights"))
    {
        return {};
    }
    const Json& weights = training.at("weights");
    return {GetNumber(weights, "device"),
            GetNumber(weights, "local"),
            GetNumber(weights, "edge"),
            GetNumber(weights, "cloud")};
}

Json
WriteTraining(const NetworkOrigin& origin)
{
    const TrainingSettings& training = origin.training;
    const LossWeights& weights = training.weights;
    return {{"epochs", training.epochs},
            {"batch", training.batch},
            {"learning_rate", training.learningRate},
            {"seed", training.seed},
            {"weights",
             {{"device", weights.device},
              {"local", weights.local},
              {"edge", weights.edge},
              {"cloud", weights.cloud}}},
            {"failout", training.failout},
            {"validation", training.validation},
            {"validation_samples", origin.validation},
            {"calibration", ToString(training.calibration)}};
}

double
GetTemperature(const Json& object, const char* key)
{
    const double temperature = GetNumber(object, key);
    if (temperature < lowestTemperature || temperature > highestTemperature)
    {
        Fail("'" + std::string(key) + "' is no temperature from " +
             std::to_string(lowestTemperature) + " to " + std::to_string(highestTemperature));
    }
    return temperature;
}

/// Files without temperatures: not calibrated.
ExitTemperatures
ReadTemperatures(const Json& json)
{
    if (!json.contains("temperatures"))
    {
        return {};
    }
    const Json& temperatures = json.at("temperatures");
    return {GetTemperature(temperatures, "local"),
            GetTemperature(temperatures, "edge"),
            GetTemperature(temperatures, "cloud")};
}

Calibration
ReadCalibration(const Json& training)
{
    const std::string text =
        training.contains("calibration") ? GetText(training, "calibration") : "none";
    for (const Calibration calibration : {Calibration::None, Calibration::Temperature})
    {
        if (text == ToString(calibration))
        {
            return calibration;
        }
    }
    Fail("'calibration' is " + Quote(text) + "; expected none or temperature");
}

NetworkOrigin
ReadOrigin(const Json& json)
{
    NetworkOrigin origin;
    const Json& training = GetMember(json, "training");
    origin.training.epochs = ToInteger(GetMember(training, "epochs"), "epochs");
    origin.training.batch = ToInteger(GetMember(training, "batch"), "batch");
    origin.training.learningRate = GetNumber(training, "learning_rate");
    origin.training.seed = GetSeed(training);
    origin.training.weights = ReadWeights(training);
    origin.training.failout = GetNumberOr(training, "failout", 0);
    origin.training.validation = GetNumberOr(training, "validation", 0);
    origin.training.calibration = ReadCalibration(training);
    if (training.contains("validation_samples"))
    {
        origin.validation = ToIntegers(training.at("validation_samples"), "validation_samples");
    }
    const Json& dataset = GetMember(json, "dataset");
    origin.dataset.source = GetText(dataset, "source");
    origin.dataset.seed = GetSeed(dataset);
    origin.dataset.noise = GetNumber(dataset, "noise");
    origin.dataset.clutter = ToInteger(GetMember(dataset, "clutter"), "clutter");
    origin.dataset.occlusion = GetNumber(dataset, "occlusion");
    origin.datasetHash = GetText(dataset, "hash");
    return origin;
}

} // namespace

std::string
WriteNetworkJson(const NetworkHead& head)
{
    const NetworkDescription& network = head.description;
    const DataSetSource& dataset = head.origin.dataset;
    const Json json = {{"format", format},
                       {"version", version},
                       {"name", network.name},
                       {"classes", network.classes},
                       {"view", {network.view.channels, network.view.height, network.view.width}},
                       {"cameras", network.cameras},
                       {"groups", network.groups},
                       {"device", WriteTier(network.device)},
                       {"edge", WriteTier(network.edge)},
                       {"cloud", WriteTier(network.cloud)},
                       {"temperatures",
                        {{"local", head.temperatures.local},
                         {"edge", head.temperatures.edge},
                         {"cloud", head.temperatures.cloud}}},
                       {"training", WriteTraining(head.origin)},
                       {"dataset",
                        {{"source", dataset.source},
                         {"seed", dataset.seed},
                         {"noise", dataset.noise},
                         {"clutter", dataset.clutter},
                         {"occlusion", dataset.occlusion},
                         {"hash", head.origin.datasetHash}}}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

NetworkHead
ReadNetworkJson(const std::string& text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
    {
        Fail("not valid JSON");
    }
    if (GetText(json, "format") != format)
    {
        Fail("'format' is not " + std::string(format));
    }
    if (GetMember(json, "version") != version)
    {
        Fail("'version' is not " + std::to_string(version) + ", the only one known here");
    }
    return {ReadDescription(json), ReadOrigin(json), ReadTemperatures(json)};
}

} // namespace nn
