// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SMALL_WORLD_H
#define TESTS_SMALL_WORLD_H

#include "analysis/records.h"
#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/links/p2p-link.h"
#include "simulator/scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <vector>

constexpr std::int64_t millisecond = 1'000'000; //!< ns

/// Random pixels; every camera sees every sample. 30 training and 20 test samples.
nn::MultiViewDataSet MakeNoise(int cameras);

/// A network of this structure with random weights, and statistics of the data set, so that
/// confident and uncertain samples both occur.
std::shared_ptr<const nn::NetworkInference> MakeNetwork(const nn::NetworkDescription& description,
                                                        const nn::MultiViewDataSet& dataset);

/// Devices 0..n-1 with these filters, groups of devices for edges (may be empty).
nn::NetworkDescription Describe(int devices,
                                std::vector<int> filters,
                                std::vector<std::vector<int>> groups = {});

/// The default scenario, with all links and processors set.
simulator::Scenario MakeScenario();

/// Settings of a link of type p2p.
simulator::P2pSettings& GetP2p(simulator::Scenario& scenario, const std::string& link);

/// What the network answers to one sample without a network in between.
nn::Answer ClassifyOffline(const nn::NetworkInference& network,
                           const nn::MultiViewDataSet& dataset,
                           int sample,
                           const simulator::Scenario& scenario);

/// From capture to decision, of every sample in order; ns, -1 for lost ones.
std::vector<std::int64_t> GetLatencies(const analysis::RunRecord& run);

/// Exit of an answer as samples.csv spells it.
const char* GetExitName(nn::Answer::Exit exit);

#endif // TESTS_SMALL_WORLD_H
