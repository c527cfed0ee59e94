// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/training-codec.h"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <utility>

namespace simulator
{

namespace
{

using Json = nlohmann::ordered_json;

/// One list for each quantity, over the samples.
Json
ToJson(const nn::Evaluation& evaluation)
{
    Json local = Json::array();
    Json entropy = Json::array();
    Json cloud = Json::array();
    Json devices = Json::array();
    for (const nn::SampleEvaluation& sample : evaluation.GetSamples())
    {
        local.push_back(sample.local.prediction);
        entropy.push_back(sample.local.entropy);
        cloud.push_back(sample.cloud.prediction);
        devices.push_back(sample.devices);
    }
    return {{"local", local}, {"entropy", entropy}, {"cloud", cloud}, {"devices", devices}};
}

/// What the data set says of a sample, without any answer.
nn::SampleEvaluation
MakeSample(const Training& training, int index)
{
    nn::SampleEvaluation sample;
    sample.sample = index;
    sample.label = training.dataset->GetLabel(index);
    for (const int camera : training.variant.network.cameras)
    {
        sample.seen.push_back(training.dataset->GetViewLabel(index, camera) !=
                              nn::MultiViewDataSet::absent);
    }
    return sample;
}

nn::Evaluation
ToEvaluation(const Json& json, std::size_t featureBytes, const Training& training)
{
    const std::vector<int>& indices = training.dataset->GetTestSamples();
    if (json.at("devices").size() != indices.size())
    {
        throw std::runtime_error("answers to other samples");
    }
    std::vector<nn::SampleEvaluation> samples;
    for (std::size_t i = 0; i < indices.size(); ++i)
    {
        nn::SampleEvaluation sample = MakeSample(training, indices[i]);
        json.at("local").at(i).get_to(sample.local.prediction);
        json.at("entropy").at(i).get_to(sample.local.entropy);
        json.at("cloud").at(i).get_to(sample.cloud.prediction);
        json.at("devices").at(i).get_to(sample.devices);
        samples.push_back(std::move(sample));
    }
    return {training.variant.network, featureBytes, std::move(samples)};
}

/// Bytes of one device's features: what Eq. (1) gives if nothing exits locally, less the scores.
std::size_t
GetFeatureBytes(const nn::Evaluation& evaluation, const Training& training)
{
    const double scores = 4.0 * training.variant.network.GetClassCount();
    return static_cast<std::size_t>(evaluation.GetResult({-1, -1}).bytes - scores);
}

} // namespace

std::string
EncodeTraining(const std::string& description,
               const Training& training,
               const TrainingResult& result)
{
    Json failed = Json::array();
    for (const nn::Evaluation& evaluation : result.withFailed)
    {
        failed.push_back(ToJson(evaluation));
    }
    const Json json = {{"training", description},
                       {"device_bytes", result.deviceBytes},
                       {"feature_bytes", GetFeatureBytes(result.evaluation, training)},
                       {"answers", ToJson(result.evaluation)},
                       {"answers_with_failed", failed}};
    return json.dump();
}

TrainingResult
DecodeTraining(const std::string& text, const std::string& description, const Training& training)
{
    const Json json = Json::parse(text);
    if (json.at("training") != description)
    {
        throw std::runtime_error("result of another training");
    }
    const auto featureBytes = json.at("feature_bytes").get<std::size_t>();
    TrainingResult result{ToEvaluation(json.at("answers"), featureBytes, training),
                          {},
                          json.at("device_bytes").get<std::size_t>()};
    for (const Json& evaluation : json.at("answers_with_failed"))
    {
        result.withFailed.push_back(ToEvaluation(evaluation, featureBytes, training));
    }
    return result;
}

} // namespace simulator
