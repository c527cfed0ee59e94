// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/planner.h"

#include "nn/input-error.h"
#include "nn/network/network-file.h"
#include "simulator/scenario/sweep-option.h"
#include "simulator/topology/network-fit.h"

#include <algorithm>
#include <sstream>
#include <utility>

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

void
CheckNumber(const Sweep& sweep, std::size_t replications)
{
    if (CountVariants(sweep, mostVariants) > mostVariants)
    {
        throw nn::InputError(sweep.place + ": more than " + std::to_string(mostVariants) +
                             " combinations, expected fewer");
    }
    if (CountVariants(sweep, mostVariants) > mostRuns / replications)
    {
        throw nn::InputError(sweep.place + ": more than " + std::to_string(mostRuns) +
                             " runs with replications, expected fewer");
    }
}

} // namespace

PlannedScenario
Planner::Plan(const std::string& path,
              const std::vector<std::string>& settings,
              const std::vector<std::string>& sweeps)
{
    const ScenarioFile file = ReadScenarioFile(path);
    const Settings fixed = ParseSettings(settings);
    PlannedScenario plan{file.sweep, {}};
    AddSweepOptions(plan.sweep, sweeps);
    CheckNotSwept(fixed, plan.sweep);
    CheckNumber(plan.sweep, 1);
    plan.variants.push_back(PlanVariant(file, fixed, GetVariant(plan.sweep, 0)));
    CheckNumber(plan.sweep, plan.variants.front().scenario->replications);
    const std::size_t count = CountVariants(plan.sweep, mostVariants);
    for (std::size_t index = 1; index < count; ++index)
    {
        plan.variants.push_back(PlanVariant(file, fixed, GetVariant(plan.sweep, index)));
    }
    return plan;
}

PlannedVariant
Planner::PlanVariant(const ScenarioFile& file, Settings settings, const Settings& swept)
{
    settings.insert(settings.end(), swept.begin(), swept.end());
    PlannedVariant variant = Load(ResolveScenario(file, settings));
    for (const Setting& setting : swept)
    {
        variant.values.push_back(FormatSweptValue(*setting.value));
    }
    return variant;
}

PlannedVariant
Planner::Load(Scenario resolved)
{
    const auto scenario = std::make_shared<const Scenario>(std::move(resolved));
    const auto network = GetNetwork(*scenario);
    CheckFit(*scenario, network->GetDescription());
    const auto dataset = GetDataSet(*scenario);
    CheckFit(*scenario, network->GetDescription(), *dataset);
    return {scenario, network, dataset, {}};
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
