// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SECTION_PARTITIONS_H
#define SIMULATOR_SECTION_PARTITIONS_H

#include "models/ddnn-partition.h"
#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/scenario/scenario.h"

#include <memory>
#include <vector>

namespace simulator
{

/// What the nodes of a site compute, and the cloud. All sites run the same.
struct SectionPartitions
{
    using Section = std::shared_ptr<const ns3::ddnn::Partition>;

    std::vector<Section> devices;
    std::vector<Section> edges;
    Section cloud;
};

/// If the scenario shows the same samples several times, the partitions remember their results.
SectionPartitions MakeSectionPartitions(const Scenario& scenario,
                                        const nn::NetworkInference& network,
                                        const nn::MultiViewDataSet& dataset);

} // namespace simulator

#endif // SIMULATOR_SECTION_PARTITIONS_H
