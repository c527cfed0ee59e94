// SPDX-License-Identifier: GPL-2.0-only
#include "small-world.h"

#include "nn/data/split-mix64.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/trainer.h"

#include <numeric>

nn::MultiViewDataSet
MakeNoise(int cameras)
{
    constexpr int samples = 50;
    nn::MultiViewDataSet dataset("noise", {"car", "bus", "person"}, {}, samples, cameras);
    nn::SplitMix64 random(7, 0);
    for (int sample = 0; sample < samples; ++sample)
    {
        dataset.SetLabel(sample, sample % 3);
        for (int camera = 0; camera < cameras; ++camera)
        {
            dataset.SetSeen(sample, camera, true);
            std::uint8_t* view = dataset.GetView(sample, camera);
            for (std::size_t i = 0; i < dataset.GetViewShape().Size(); ++i)
            {
                view[i] = static_cast<std::uint8_t>(256 * random.Uniform());
            }
        }
    }
    std::vector<int> training(30);
    std::vector<int> test(20);
    std::iota(training.begin(), training.end(), 0);
    std::iota(test.begin(), test.end(), 30);
    dataset.SetSplit(training, test);
    return dataset;
}

std::shared_ptr<const nn::NetworkInference>
MakeNetwork(const nn::NetworkDescription& description, const nn::MultiViewDataSet& dataset)
{
    nn::HierarchicalNetwork network(description, 3);
    nn::Trainer(network, {}).EstimateStatistics(dataset, dataset.GetTrainingSamples());
    return std::make_shared<const nn::NetworkInference>(network);
}

nn::NetworkDescription
Describe(int devices, std::vector<int> filters, std::vector<std::vector<int>> groups)
{
    nn::NetworkDescription description;
    description.name = "small";
    description.cameras.resize(devices);
    std::iota(description.cameras.begin(), description.cameras.end(), 0);
    description.device.filters = std::move(filters);
    description.groups = std::move(groups);
    if (description.HasEdges())
    {
        description.edge.filters = {3};
    }
    description.cloud.filters = {5};
    description.Validate();
    return description;
}

simulator::P2pSettings&
GetP2p(simulator::Scenario& scenario, const std::string& link)
{
    return std::any_cast<simulator::P2pSettings&>(scenario.links.at(link).values);
}

simulator::Scenario
MakeScenario()
{
    simulator::Scenario scenario;
    scenario.name = "test";
    for (const char* link : {"local", "edge", "metro", "backhaul", "spare"})
    {
        scenario.links[link].values =
            simulator::P2pSettings{ns3::DataRate(10000000), ns3::MilliSeconds(1)};
        scenario.links[link].interface.idlePowerWatt = 0.5;
        scenario.links[link].interface.sendPowerWatt = 0.2;
        scenario.links[link].interface.receivePowerWatt = 0.1;
    }
    const simulator::ProcessorProfile profile{
        "test", "", ns3::MicroSeconds(50), 1e9, 1e9, 1, 2, "test"};
    scenario.deviceProcessor = profile;
    scenario.gatewayProcessor = profile;
    scenario.edgeProcessor = profile;
    scenario.cloudProcessor = profile;
    return scenario;
}

nn::Answer
ClassifyOffline(const nn::NetworkInference& network,
                const nn::MultiViewDataSet& dataset,
                int sample,
                const simulator::Scenario& scenario)
{
    std::vector<const std::uint8_t*> views;
    for (int camera : network.GetDescription().cameras)
    {
        views.push_back(dataset.GetView(sample, camera));
    }
    return network.Classify(views, {scenario.localThreshold, scenario.edgeThreshold});
}

std::vector<std::int64_t>
GetLatencies(const analysis::RunRecord& run)
{
    std::vector<std::int64_t> latencies;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        latencies.push_back(sample.decisionLatency.value_or(-1));
    }
    return latencies;
}

const char*
GetExitName(nn::Answer::Exit exit)
{
    switch (exit)
    {
    case nn::Answer::Exit::Local:
        return "local";
    case nn::Answer::Exit::Edge:
        return "edge";
    default:
        return "cloud";
    }
}
