// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/section-partitions.h"

#include "models/ddnn-network-partition.h"
#include "models/ddnn-partition-memo.h"

namespace simulator
{

namespace
{

bool
RepeatsSamples(const Scenario& scenario, const nn::MultiViewDataSet& dataset)
{
    const std::size_t all = dataset.GetTestSamples().size();
    return scenario.sites > 1 || scenario.workload.samples.value_or(all) > all;
}

} // namespace

SectionPartitions
MakeSectionPartitions(const Scenario& scenario,
                      const nn::NetworkInference& network,
                      const nn::MultiViewDataSet& dataset)
{
    const bool repeats = RepeatsSamples(scenario, dataset);
    const auto memo = std::make_shared<ns3::ddnn::PartitionMemo>();
    const auto make = [&](const std::shared_ptr<const nn::SectionInference>& section) {
        const auto partition = ns3::ddnn::MakePartition(section);
        return repeats ? memo->Wrap(partition) : partition;
    };
    SectionPartitions partitions;
    for (int device = 0; device < network.GetDescription().GetDeviceCount(); ++device)
    {
        const auto section = network.GetDevice(device);
        partitions.devices.push_back(section ? make(section) : ns3::ddnn::MakeRawPartition());
    }
    for (int edge = 0; edge < network.GetDescription().GetEdgeCount(); ++edge)
    {
        partitions.edges.push_back(make(network.GetEdge(edge)));
    }
    partitions.cloud = make(network.GetCloud());
    return partitions;
}

} // namespace simulator
