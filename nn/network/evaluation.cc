// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/evaluation.h"

#include "nn/input-error.h"
#include "nn/network/exit.h"
#include "nn/network/tier-outputs.h"
#include "nn/network/trainer.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace nn
{

namespace
{

int
Predict(const std::optional<SectionOutput>& output)
{
    if (!output || output->scores.empty())
    {
        return -1;
    }
    return GetPrediction(output->scores.data(), static_cast<int>(output->scores.size()));
}

/// Runs one sample through all places of a network.
SampleEvaluation
RunSample(const NetworkInference& network,
          const MultiViewDataSet& dataset,
          int sample,
          const std::vector<bool>& failed)
{
    const NetworkDescription& description = network.GetDescription();
    SampleEvaluation result;
    result.sample = sample;
    result.label = dataset.GetLabel(sample);
    std::vector<const std::uint8_t*> views;
    for (std::size_t i = 0; i < failed.size(); ++i)
    {
        const int camera = description.cameras[i];
        views.push_back(failed[i] ? nullptr : dataset.GetView(sample, camera));
        result.seen.push_back(dataset.GetViewLabel(sample, camera) != MultiViewDataSet::absent);
    }
    TierOutputs outputs = RunDevices(network, views);
    std::transform(outputs.begin(), outputs.end(), std::back_inserter(result.devices), Predict);
    if (IsEmpty(outputs))
    {
        return result;
    }
    if (const auto exit = network.GetLocalExit())
    {
        result.local = exit->Classify(GetScores(outputs));
    }
    if (const auto exit = network.GetEdgeExit())
    {
        outputs = RunEdges(network, outputs);
        result.edge = exit->Classify(GetScores(outputs));
    }
    result.cloud = RunCloud(network, outputs);
    return result;
}

/// Which devices have failed.
std::vector<bool>
MarkFailed(const NetworkDescription& network, const std::vector<int>& missing)
{
    std::vector<bool> failed(network.cameras.size());
    for (const int device : missing)
    {
        if (device < 0 || device >= network.GetDeviceCount())
        {
            throw InputError("missing device " + std::to_string(device) +
                             "; the network has devices 0 to " +
                             std::to_string(network.GetDeviceCount() - 1));
        }
        failed[device] = true;
    }
    return failed;
}

double
Divide(std::ptrdiff_t part, std::size_t whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

Evaluation::Evaluation(NetworkDescription network,
                       std::size_t featureBytes,
                       std::vector<SampleEvaluation> samples)
    : m_network(std::move(network)), m_featureBytes(featureBytes), m_samples(std::move(samples))
{
}

const NetworkDescription&
Evaluation::GetDescription() const
{
    return m_network;
}

const std::vector<SampleEvaluation>&
Evaluation::GetSamples() const
{
    return m_samples;
}

double
Evaluation::GetAccuracy(Classification SampleEvaluation::*exit) const
{
    const auto correct =
        std::count_if(m_samples.begin(), m_samples.end(), [&](const SampleEvaluation& sample) {
            return (sample.*exit).prediction == sample.label;
        });
    return Divide(correct, m_samples.size());
}

double
Evaluation::GetLocalAccuracy() const
{
    return GetAccuracy(&SampleEvaluation::local);
}

double
Evaluation::GetEdgeAccuracy() const
{
    return GetAccuracy(&SampleEvaluation::edge);
}

double
Evaluation::GetCloudAccuracy() const
{
    return GetAccuracy(&SampleEvaluation::cloud);
}

double
Evaluation::GetDeviceAccuracy(int device) const
{
    const auto correct =
        std::count_if(m_samples.begin(), m_samples.end(), [&](const SampleEvaluation& sample) {
            return sample.seen[device] && sample.devices[device] == sample.label;
        });
    return Divide(correct, m_samples.size());
}

double
Evaluation::GetSeenDeviceAccuracy(int device) const
{
    const auto seen =
        std::count_if(m_samples.begin(), m_samples.end(), [&](const SampleEvaluation& sample) {
            return sample.seen[device];
        });
    const double all = GetDeviceAccuracy(device) * static_cast<double>(m_samples.size());
    return seen == 0 ? 0.0 : all / static_cast<double>(seen);
}

Answer
Evaluation::GetAnswer(const SampleEvaluation& sample, const Thresholds& thresholds) const
{
    Answer answer;
    if (sample.local.prediction >= 0)
    {
        answer.localEntropy = sample.local.entropy;
        if (sample.local.entropy <= thresholds.local)
        {
            answer.exit = Answer::Exit::Local;
            answer.prediction = sample.local.prediction;
            return answer;
        }
    }
    if (sample.edge.prediction >= 0)
    {
        answer.edgeEntropy = sample.edge.entropy;
        if (sample.edge.entropy <= thresholds.edge)
        {
            answer.exit = Answer::Exit::Edge;
            answer.prediction = sample.edge.prediction;
            return answer;
        }
    }
    answer.prediction = sample.cloud.prediction;
    return answer;
}

ThresholdResult
Evaluation::GetResult(const Thresholds& thresholds) const
{
    ThresholdResult result;
    const double share = m_samples.empty() ? 0.0 : 1.0 / static_cast<double>(m_samples.size());
    int correct = 0;
    int exits[3] = {};
    int lost = 0;
    for (const SampleEvaluation& sample : m_samples)
    {
        const Answer answer = GetAnswer(sample, thresholds);
        correct += answer.prediction == sample.label ? 1 : 0;
        (answer.prediction < 0 ? lost : exits[static_cast<int>(answer.exit)]) += 1;
    }
    result.accuracy = correct * share;
    result.local = exits[static_cast<int>(Answer::Exit::Local)] * share;
    result.edge = exits[static_cast<int>(Answer::Exit::Edge)] * share;
    result.cloud = exits[static_cast<int>(Answer::Exit::Cloud)] * share;
    result.lost = lost * share;
    const double scores = m_network.HasLocalExit() ? 4.0 * m_network.GetClassCount() : 0.0;
    result.bytes = scores + (1.0 - result.local) * static_cast<double>(m_featureBytes);
    return result;
}

Evaluation
Evaluate(const NetworkInference& network,
         const MultiViewDataSet& dataset,
         const std::vector<int>& samples,
         const std::vector<int>& missing)
{
    const NetworkDescription& description = network.GetDescription();
    CheckFits(description, dataset);
    const std::vector<bool> failed = MarkFailed(description, missing);
    std::vector<SampleEvaluation> results;
    results.reserve(samples.size());
    for (const int sample : samples)
    {
        results.push_back(RunSample(network, dataset, sample, failed));
    }
    const auto parent = description.HasEdges() ? network.GetEdge(0) : network.GetCloud();
    return {description, parent->GetInputBytes(0), std::move(results)};
}

} // namespace nn
