// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/trainer.h"

#include "nn/input-error.h"
#include "nn/network/exit.h"
#include "nn/network/failout.h"
#include "nn/network/random-streams.h"
#include "nn/network/view-batch.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

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

const TrainingSettings&
Validated(const TrainingSettings& settings, const NetworkDescription& network)
{
    settings.Validate(network);
    return settings;
}

std::string
ToText(const ViewShape& view)
{
    return std::to_string(view.channels) + " x " + std::to_string(view.height) + " x " +
           std::to_string(view.width);
}

/// Zeros in the form of the scores.
NetworkScores
MakeZeros(const NetworkScores& scores)
{
    NetworkScores zeros;
    for (const RealBatch& device : scores.devices)
    {
        zeros.devices.emplace_back(device.samples, device.width);
    }
    zeros.local = RealBatch(scores.local.samples, scores.local.width);
    zeros.edge = RealBatch(scores.edge.samples, scores.edge.width);
    zeros.cloud = RealBatch(scores.cloud.samples, scores.cloud.width);
    return zeros;
}

} // namespace

Trainer::Trainer(HierarchicalNetwork& network, const TrainingSettings& settings)
    : m_network(network),
      m_settings(Validated(settings, network.GetDescription())),
      m_random(settings.seed, random_streams::shuffling),
      m_optimizer(network.GetTensors(), settings.learningRate)
{
}

void
Trainer::Train(const MultiViewDataSet& dataset, const Progress& progress)
{
    CheckFits(m_network.GetDescription(), dataset);
    std::vector<int> order = dataset.GetTrainingSamples();
    Require(order.size() >= 2,
            "data set '" + dataset.GetName() + "': fewer than two training samples");
    for (int epoch = 1; epoch <= m_settings.epochs; ++epoch)
    {
        const double loss = TrainEpoch(dataset, order);
        if (progress)
        {
            progress(epoch, loss);
        }
    }
    EstimateStatistics(dataset, dataset.GetTrainingSamples());
}

double
Trainer::TrainEpoch(const MultiViewDataSet& dataset, std::vector<int>& order)
{
    m_random.Shuffle(order);
    double loss = 0;
    for (auto begin = order.begin(); order.end() - begin >= 2;)
    {
        const auto size = std::min<std::ptrdiff_t>(m_settings.batch, order.end() - begin);
        loss += static_cast<double>(size) * Step(dataset, {begin, begin + size});
        begin += size;
    }
    return loss / static_cast<double>(order.size());
}

double
Trainer::Step(const MultiViewDataSet& dataset, const std::vector<int>& samples)
{
    const Presence devices = DrawDevices(static_cast<int>(samples.size()));
    const NetworkScores scores =
        m_network.Forward(GatherViews(dataset, samples, m_network.GetDescription().cameras),
                          BatchNormalization::trainingMomentum,
                          m_tape,
                          devices);
    NetworkScores gradients = MakeZeros(scores);
    const double loss = ComputeLoss(dataset, samples, devices, scores, gradients);
    m_network.Backward(std::move(gradients), m_tape);
    m_optimizer.Step();
    return loss;
}

/// Each step has its own stream: a training that goes on needs no more than its number.
Presence
Trainer::DrawDevices(int samples) const
{
    const auto step = static_cast<std::uint64_t>(m_optimizer.GetStepCount());
    SplitMix64 random(m_settings.seed, random_streams::firstFailures + step);
    return DrawFailures(
        random, m_network.GetDescription().GetDeviceCount(), samples, m_settings.failout);
}

double
Trainer::ComputeLoss(const MultiViewDataSet& dataset,
                     const std::vector<int>& samples,
                     const Presence& devices,
                     const NetworkScores& scores,
                     NetworkScores& gradients) const
{
    std::vector<int> labels;
    std::transform(samples.begin(), samples.end(), std::back_inserter(labels), [&](int sample) {
        return dataset.GetLabel(sample);
    });
    double loss = AddCrossEntropy(scores.local, labels, m_settings.weights.local, gradients.local);
    loss += AddCrossEntropy(scores.edge, labels, m_settings.weights.edge, gradients.edge);
    loss += AddCrossEntropy(scores.cloud, labels, m_settings.weights.cloud, gradients.cloud);
    for (std::size_t i = 0; i < scores.devices.size(); ++i)
    {
        const int camera = m_network.GetDescription().cameras[i];
        for (std::size_t n = 0; n < samples.size(); ++n)
        {
            labels[n] = devices.Has(static_cast<int>(i), static_cast<int>(n))
                            ? dataset.GetViewLabel(samples[n], camera)
                            : MultiViewDataSet::absent;
        }
        loss += AddCrossEntropy(
            scores.devices[i], labels, m_settings.weights.device, gradients.devices[i]);
    }
    return loss;
}

void
Trainer::EstimateStatistics(const MultiViewDataSet& dataset, const std::vector<int>& samples)
{
    HierarchicalNetwork::Tape tape;
    m_network.Forward(GatherViews(dataset, samples, m_network.GetDescription().cameras),
                      BatchNormalization::replacingMomentum,
                      tape);
}

void
CheckFits(const NetworkDescription& network, const MultiViewDataSet& dataset)
{
    const std::string name = "data set '" + dataset.GetName() + "': ";
    const ViewShape view = dataset.GetViewShape();
    Require(view.channels == network.view.channels && view.height == network.view.height &&
                view.width == network.view.width,
            name + "views of " + ToText(view) + "; the network expects " + ToText(network.view));
    Require(dataset.GetClasses() == network.classes,
            name + "its classes are not those of the network");
    const int highest = *std::max_element(network.cameras.begin(), network.cameras.end());
    Require(highest < dataset.GetCameraCount(),
            name + std::to_string(dataset.GetCameraCount()) +
                " cameras; the network needs at least " + std::to_string(highest + 1));
}

} // namespace nn
