// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/trainer.h"

#include "nn/network/calibration.h"
#include "nn/network/exit.h"
#include "nn/network/failout.h"
#include "nn/network/random-streams.h"
#include "nn/network/require.h"
#include "nn/network/validation-split.h"
#include "nn/network/view-batch.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace nn
{

namespace
{

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

/// "car, bus, person"; no more than five.
std::string
ToText(const std::vector<std::string>& classes)
{
    constexpr std::size_t greatestCount = 5;
    std::string text = classes.front();
    for (std::size_t i = 1; i < std::min(greatestCount, classes.size()); ++i)
    {
        text += ", " + classes[i];
    }
    return classes.size() <= greatestCount
               ? text
               : text + ", ... (" + std::to_string(classes.size()) + ")";
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
Trainer::SetJobs(int jobs)
{
    m_workers = std::make_unique<Workers>(jobs);
}

Trainer::End
Trainer::Train(const MultiViewDataSet& dataset, const Progress& progress, const Gate& gate)
{
    CheckTrainable(m_network.GetDescription(), dataset);
    PrepareOrder(dataset);
    while (m_epoch < m_settings.epochs)
    {
        if (!TrainEpoch(dataset, gate))
        {
            return End::Stopped;
        }
        if (progress)
        {
            progress(m_epoch, m_loss / static_cast<double>(m_order.size()));
        }
    }
    const TrainingSplit split = SplitTraining(dataset, m_settings);
    EstimateStatistics(dataset, split.training);
    if (m_settings.calibration == Calibration::Temperature)
    {
        m_network.SetTemperatures(FitTemperatures(m_network, dataset, split.validation));
    }
    return End::Finished;
}

void
Trainer::PrepareOrder(const MultiViewDataSet& dataset)
{
    std::vector<int> samples = SplitTraining(dataset, m_settings).training;
    if (m_order.empty())
    {
        m_order = std::move(samples);
        return;
    }
    std::vector<int> sorted = m_order;
    std::sort(sorted.begin(), sorted.end());
    std::sort(samples.begin(), samples.end());
    Require(sorted == samples,
            "data set '" + dataset.GetName() + "': not the one that the training began with");
}

bool
Trainer::TrainEpoch(const MultiViewDataSet& dataset, const Gate& gate)
{
    if (m_position == 0)
    {
        m_loss = 0;
        m_random.Shuffle(m_order);
    }
    const auto end = static_cast<int>(m_order.size());
    while (end - m_position >= 2)
    {
        const int size = std::min(m_settings.batch, end - m_position);
        const auto begin = m_order.begin() + m_position;
        m_loss += size * Step(dataset, {begin, begin + size});
        m_position += size;
        if (gate && !gate())
        {
            return false;
        }
    }
    m_position = 0;
    ++m_epoch;
    return true;
}

TrainerState
Trainer::GetState() const
{
    return {m_epoch, m_position, m_loss, m_order, m_random.GetState(), m_optimizer.GetState()};
}

void
Trainer::SetState(TrainerState state)
{
    const auto size = static_cast<int>(state.order.size());
    if (state.epoch < 0 || state.epoch > m_settings.epochs || state.position < 0 ||
        state.position > size || state.optimizer.steps < 0)
    {
        throw std::invalid_argument("state of another training");
    }
    m_optimizer.SetState(std::move(state.optimizer));
    m_random.SetState(state.shuffling);
    m_epoch = state.epoch;
    m_position = state.position;
    m_loss = state.loss;
    m_order = std::move(state.order);
}

double
Trainer::Step(const MultiViewDataSet& dataset, const std::vector<int>& samples)
{
    const Presence devices = DrawDevices(static_cast<int>(samples.size()));
    const NetworkScores scores =
        m_network.Forward(GatherViews(dataset, samples, m_network.GetDescription().cameras),
                          BatchNormalization::trainingMomentum,
                          m_tape,
                          *m_workers,
                          devices);
    NetworkScores gradients = MakeZeros(scores);
    const double loss = ComputeLoss(dataset, samples, devices, scores, gradients);
    m_network.Backward(std::move(gradients), m_tape, *m_workers);
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
                      tape,
                      *m_workers);
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
            name + "classes " + ToText(dataset.GetClasses()) + "; the network expects " +
                ToText(network.classes));
    const int highest = *std::max_element(network.cameras.begin(), network.cameras.end());
    Require(highest < dataset.GetCameraCount(),
            name + std::to_string(dataset.GetCameraCount()) +
                (dataset.GetCameraCount() == 1 ? " camera" : " cameras") +
                "; the network needs at least " + std::to_string(highest + 1));
}

void
CheckTrainable(const NetworkDescription& network, const MultiViewDataSet& dataset)
{
    CheckFits(network, dataset);
    const std::string name = "data set '" + dataset.GetName() + "': ";
    const std::vector<int>& samples = dataset.GetTrainingSamples();
    Require(samples.size() >= 2, name + "fewer than two training samples");
    const int first = dataset.GetLabel(samples.front());
    const auto differs = [&](int sample) { return dataset.GetLabel(sample) != first; };
    Require(std::any_of(samples.begin(), samples.end(), differs),
            name + "all training samples are of class '" + dataset.GetClasses()[first] +
                "', expected two classes or more");
}

} // namespace nn
