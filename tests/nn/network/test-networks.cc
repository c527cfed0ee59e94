// SPDX-License-Identifier: GPL-2.0-only
#include "test-networks.h"

#include "nn/data/split-mix64.h"
#include "nn/network/trainer.h"

#include <numeric>
#include <ostream>
#include <stdexcept>

namespace nn
{

void
PrintTo(const NetworkDescription& network, std::ostream* stream)
{
    *stream << network.name;
}

} // namespace nn

namespace nn::test
{

std::vector<int>
Count(int count)
{
    std::vector<int> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

NetworkDescription
MakeDescription(int devices)
{
    NetworkDescription network;
    network.name = "test";
    network.classes = {"a", "b", "c"};
    network.view = {3, 8, 8};
    network.cameras = Count(devices);
    network.device.filters = {2};
    network.cloud.filters = {4};
    return network;
}

std::vector<NetworkDescription>
MakeBinaryDescriptions()
{
    std::vector<NetworkDescription> networks;
    const auto add = [&](const std::string& name, int devices) -> NetworkDescription& {
        networks.push_back(MakeDescription(devices));
        networks.back().name = name;
        return networks.back();
    };
    const Aggregation all[] = {Aggregation::Max, Aggregation::Average, Aggregation::Concatenate};
    add("one device", 1);
    add("13 devices", 13);
    add("five filters", 3).device.filters = {5};
    for (const Aggregation exit : all)
    {
        for (const Aggregation input : all)
        {
            NetworkDescription& network = add(ToString(exit) + "-" + ToString(input), 3);
            network.device.exit = exit;
            network.cloud.input = input;
            NetworkDescription& edges = add(ToString(exit) + "-" + ToString(input) + " edges", 4);
            edges.groups = {{0, 2}, {1, 3}};
            edges.edge = {{3}, input, exit};
            edges.cloud.input = input;
        }
    }
    NetworkDescription& three = add("three edges", 5);
    three.groups = {{4}, {0, 1}, {2, 3}};
    three.edge.filters = {3};
    add("raw views", 3).device.filters = {};
    NetworkDescription& raw = add("raw views, edges", 3);
    raw.device.filters = {};
    raw.groups = {{0, 1}, {2}};
    raw.edge.filters = {3};
    NetworkDescription& deep = add("two blocks a tier, odd views", 2);
    deep.view = {2, 17, 13};
    deep.device.filters = {2, 3};
    deep.cloud.filters = {4, 5};
    NetworkDescription& shallow = add("cloud without blocks", 3);
    shallow.cloud.filters = {};
    shallow.cloud.input = Aggregation::Average;
    add("two classes", 2).classes = {"yes", "no"};
    return networks;
}

std::vector<NetworkDescription>
MakeFloatDescriptions()
{
    std::vector<NetworkDescription> networks(4, MakeDescription(3));
    for (NetworkDescription& network : networks)
    {
        network.cloud.precision = Precision::Float;
    }
    networks[0].name = "float cloud";
    networks[1].name = "float cloud of averages, two blocks";
    networks[1].cloud.input = Aggregation::Average;
    networks[1].cloud.filters = {4, 5};
    networks[2].name = "float cloud without blocks";
    networks[2].cloud.filters = {};
    networks[3].name = "float cloud, raw views";
    networks[3].device.filters = {};
    return networks;
}

std::vector<NetworkDescription>
MakeManyDescriptions()
{
    std::vector<NetworkDescription> networks = MakeBinaryDescriptions();
    const std::vector<NetworkDescription> more = MakeFloatDescriptions();
    networks.insert(networks.end(), more.begin(), more.end());
    return networks;
}

MultiViewDataSet
MakeDataSet(const NetworkDescription& network, int samples, int seed)
{
    const int cameras = network.GetDeviceCount();
    MultiViewDataSet dataset("noise", network.classes, network.view, samples, cameras);
    SplitMix64 random(seed);
    for (int sample = 0; sample < samples; ++sample)
    {
        const int label = random.Index(network.GetClassCount());
        dataset.SetLabel(sample, label);
        for (int camera = 0; camera < cameras; ++camera)
        {
            const bool seen = random.Uniform() < 0.67 || camera == sample % cameras;
            dataset.SetSeen(sample, camera, seen);
            std::uint8_t* view = dataset.GetView(sample, camera);
            for (std::size_t i = 0; seen && i < network.view.Size(); ++i)
            {
                const int row = static_cast<int>(i) / network.view.width % network.view.height;
                const bool bright = row * network.GetClassCount() / network.view.height == label;
                view[i] = static_cast<std::uint8_t>(random.Index(100) + (bright ? 120 : 0));
            }
        }
    }
    const std::vector<int> all = Count(samples);
    const auto middle = all.begin() + samples * 3 / 4;
    dataset.SetSplit({all.begin(), middle}, {middle, all.end()});
    return dataset;
}

HierarchicalNetwork
MakeNetwork(const NetworkDescription& description, const MultiViewDataSet& dataset, int seed)
{
    TrainingSettings settings;
    settings.seed = static_cast<std::uint64_t>(seed);
    HierarchicalNetwork network(description, settings.seed);
    // Gamma 1 and beta 0 everywhere would hide their mistakes.
    SplitMix64 random(settings.seed, 1);
    for (const NamedTensor& named : network.GetTensors())
    {
        const bool gamma = named.name.find(".gamma") != std::string::npos;
        const bool beta = named.name.find(".beta") != std::string::npos;
        for (float& value : named.tensor->value)
        {
            value = gamma ? static_cast<float>(random.Uniform(0.3, 1.0))
                          : (beta ? static_cast<float>(random.Uniform(-0.5, 0.5)) : value);
        }
    }
    Trainer(network, settings).EstimateStatistics(dataset, dataset.GetTrainingSamples());
    return network;
}

Tensor&
GetTensor(HierarchicalNetwork& network, const std::string& name)
{
    for (const NamedTensor& named : network.GetTensors())
    {
        if (named.name == name)
        {
            return *named.tensor;
        }
    }
    throw std::invalid_argument("no tensor " + name);
}

} // namespace nn::test
