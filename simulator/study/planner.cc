// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/planner.h"

#include "nn/input-error.h"
#include "nn/network/network-file.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/topology/network-fit.h"

#include <sstream>

namespace simulator
{

namespace
{

/// Result of `load`; an error of the file is told with the place that names the file.
template <typename Load>
auto
Locate(const Scenario& scenario, const std::string& path, Load load)
{
    try
    {
        return load();
    }
    catch (const nn::InputError& error)
    {
        throw nn::InputError(GetPlace(scenario, path) + ": " + path + ": " + error.what());
    }
}

} // namespace

std::vector<PlannedRun>
Planner::Plan(const std::string& path, const std::vector<std::string>& settings)
{
    const auto scenario = std::make_shared<const Scenario>(ParseScenario(path, settings));
    const auto network = GetNetwork(*scenario);
    CheckFit(*scenario, network->GetDescription());
    const auto dataset = GetDataSet(*scenario);
    CheckFit(*scenario, network->GetDescription(), *dataset);
    std::vector<PlannedRun> runs;
    for (std::uint32_t replication = 1; replication <= scenario->replications; ++replication)
    {
        runs.push_back({scenario, network, dataset, replication});
    }
    return runs;
}

std::shared_ptr<const nn::NetworkInference>
Planner::GetNetwork(const Scenario& scenario)
{
    auto& network = m_networks[scenario.network];
    if (!network)
    {
        network = Locate(scenario, "network", [&] {
            const nn::NetworkFile file = nn::LoadNetwork(scenario.network);
            return std::make_shared<const nn::NetworkInference>(*file.network);
        });
    }
    return network;
}

std::shared_ptr<const nn::MultiViewDataSet>
Planner::GetDataSet(const Scenario& scenario)
{
    const nn::DataSetSource& source = scenario.dataset;
    std::ostringstream key;
    key.precision(17);
    key << source.source << '\n'
        << source.seed << ' ' << source.noise << ' ' << source.clutter << ' ' << source.occlusion;
    auto& dataset = m_dataSets[key.str()];
    if (!dataset)
    {
        const bool isShort = scenario.places.count("dataset") > 0; // dataset: FILE
        dataset = Locate(scenario, isShort ? "dataset" : "dataset.source", [&] {
            return std::make_shared<const nn::MultiViewDataSet>(
                nn::LoadDataSet(source, nn::DataSetPart::TestOnly));
        });
    }
    return dataset;
}

} // namespace simulator
