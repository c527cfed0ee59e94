// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/training.h"

#include "nn/network/network-json.h"
#include "nn/network/training-revision.h"
#include "simulator/study/version.h"

namespace simulator
{

namespace
{

std::string
Describe(const Variant& variant, const nn::NetworkOrigin& origin)
{
    nn::NetworkHead head{variant.network, origin, {}};
    head.description.name = "reproduce";
    return nn::WriteNetworkJson(head);
}

} // namespace

std::string
DescribeVariant(const Variant& variant)
{
    nn::NetworkOrigin origin;
    origin.training.weights = variant.weights;
    return Describe(variant, origin);
}

std::string
DescribeTraining(const Training& training)
{
    const nn::NetworkOrigin origin{training.settings, training.source, training.datasetHash, {}};
    return Describe(training.variant, origin) + "\nddnnsim " + GetVersion() +
           ", training revision " + std::to_string(nn::trainingRevision);
}

TrainingResult
Train(const Training& training)
{
    const nn::MultiViewDataSet& dataset = *training.dataset;
    nn::HierarchicalNetwork trained(training.variant.network, training.settings.seed);
    nn::Trainer(trained, training.settings).Train(dataset);
    const nn::NetworkInference network(trained);
    const std::vector<int>& samples = dataset.GetTestSamples();
    TrainingResult result{
        nn::Evaluate(network, dataset, samples), {}, network.GetDevice(0)->GetParameterBytes()};
    const int devices = network.GetDescription().GetDeviceCount();
    for (int device = 0; devices > 1 && device < devices; ++device)
    {
        result.withFailed.push_back(nn::Evaluate(network, dataset, samples, {device}));
    }
    return result;
}

} // namespace simulator
