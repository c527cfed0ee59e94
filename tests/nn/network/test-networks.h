// SPDX-License-Identifier: GPL-2.0-only
#ifndef TEST_NETWORKS_H
#define TEST_NETWORKS_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/hierarchical-network.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace nn
{

/// For GoogleTest: the name of the network.
void PrintTo(const NetworkDescription& network, std::ostream* stream);

} // namespace nn

/// Small networks and data sets for the tests.
namespace nn::test
{

/// Views of 3 x 8 x 8, classes a, b, c; `devices` cameras; one ConvP block of two filters on each
/// device, four in the cloud.
NetworkDescription MakeDescription(int devices);

/// Networks of many kinds: one device; 13; one, two and three edges; five filters; max, average and
/// concat everywhere; raw devices with and without edges; several blocks; no blocks in the cloud.
std::vector<NetworkDescription> MakeBinaryDescriptions();

/// Networks whose cloud has float layers: of concatenated maps, averages, raw views; without
/// blocks.
std::vector<NetworkDescription> MakeFloatDescriptions();

/// All of these.
std::vector<NetworkDescription> MakeManyDescriptions();

/// Noise with a bright band, whose height depends on the class; each camera sees about two thirds
/// of the samples. The last quarter is the test split.
MultiViewDataSet MakeDataSet(const NetworkDescription& network, int samples, int seed);

/// A network with random weights and with statistics that fit the data set.
HierarchicalNetwork MakeNetwork(const NetworkDescription& description,
                                const MultiViewDataSet& dataset,
                                int seed);

/// The tensor of this name.
Tensor& GetTensor(HierarchicalNetwork& network, const std::string& name);

/// 0, 1, ..., count - 1.
std::vector<int> Count(int count);

} // namespace nn::test

#endif // TEST_NETWORKS_H
