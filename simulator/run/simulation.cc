// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/simulation.h"

#include "simulator/outputs/output-type.h"
#include "simulator/run/recorder.h"
#include "simulator/run/run-end.h"
#include "simulator/run/run-warnings.h"
#include "simulator/run/story-recorder.h"
#include "simulator/scenario/ns3-attribute.h"
#include "simulator/topology/deployment-builder.h"
#include "simulator/topology/network-fit.h"

#include <ns3/object-factory.h>
#include <ns3/priority-queue-scheduler.h>
#include <ns3/rng-seed-manager.h>
#include <ns3/simulator.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace simulator
{

namespace
{

/// Destroys ns-3's world when the run is over, also by an exception.
struct SimulatorGuard
{
    SimulatorGuard() = default;
    SimulatorGuard(const SimulatorGuard&) = delete;
    SimulatorGuard& operator=(const SimulatorGuard&) = delete;

    ~SimulatorGuard()
    {
        ns3::Simulator::Destroy();
    }
};

void
PrepareSimulator(const Scenario& scenario, std::uint32_t replication)
{
    ns3::RngSeedManager::SetSeed(static_cast<std::uint32_t>(scenario.seed));
    ns3::RngSeedManager::SetRun(replication);
    for (const auto& [name, value] : scenario.attributes)
    {
        SetAttributeDefault(name, value);
    }
    ns3::ObjectFactory scheduler;
    scheduler.SetTypeId(ns3::PriorityQueueScheduler::GetTypeId());
    ns3::Simulator::SetScheduler(scheduler);
}

bool
IsEndless(const Deployment& deployment)
{
    return !deployment.background.empty() || !deployment.heartbeats.empty() ||
           deployment.failures ||
           std::any_of(deployment.links.begin(),
                       deployment.links.end(),
                       [](const DeployedLink& link) { return link.medium.isEndless; });
}

using Outputs = std::vector<std::unique_ptr<Output>>;

Outputs
MakeOutputs(const Scenario& scenario, const Deployment& deployment, const std::string& prefix)
{
    Outputs outputs;
    for (const OutputType& type : GetOutputTypes())
    {
        const auto isOn = scenario.outputs.find(type.name);
        if (!prefix.empty() && isOn != scenario.outputs.end() && isOn->second)
        {
            outputs.push_back(type.create(deployment, prefix));
        }
    }
    return outputs;
}

/// \return the events that they added
std::uint64_t
Finish(const Outputs& outputs)
{
    std::uint64_t events = 0;
    for (const auto& output : outputs)
    {
        output->Finish();
        events += output->CountEvents();
    }
    return events;
}

std::optional<std::int64_t>
ToNanoSeconds(const std::optional<ns3::Time>& time)
{
    return time ? std::optional(time->GetNanoSeconds()) : std::nullopt;
}

std::uint64_t
CountSamples(const Scenario& scenario, const nn::MultiViewDataSet& dataset)
{
    return std::uint64_t{scenario.sites} *
           scenario.workload.samples.value_or(
               static_cast<std::uint32_t>(dataset.GetTestSamples().size()));
}

} // namespace

analysis::RunRecord
Simulate(const Scenario& scenario,
         const nn::NetworkInference& network,
         const nn::MultiViewDataSet& dataset,
         std::uint32_t replication,
         const std::string& outputPrefix,
         std::size_t stories)
{
    CheckFit(scenario, network.GetDescription());
    CheckFit(scenario, network.GetDescription(), dataset);
    const SimulatorGuard guard;
    PrepareSimulator(scenario, replication);
    const Deployment deployment = BuildDeployment(scenario, network, dataset);
    Recorder recorder(deployment, dataset);
    const Outputs outputs = MakeOutputs(scenario, deployment, outputPrefix);
    std::optional<StoryRecorder> storyRecorder;
    if (stories > 0)
    {
        storyRecorder.emplace(deployment, dataset, network.GetDescription().cameras);
    }
    std::optional<RunEnd> end;
    analysis::RunRecord record;
    const auto fillAccounts = [&] {
        record = analysis::RunRecord();
        recorder.FillAccounts(record);
    };
    if (IsEndless(deployment))
    {
        end.emplace(deployment, CountSamples(scenario, dataset), fillAccounts);
    }
    deployment.warmUp->Start();
    ns3::Simulator::Run();
    if (!end || !end->IsQuiet())
    {
        fillAccounts();
    }
    recorder.FillOutcome(record);
    record.scenario = scenario.name;
    record.seed = scenario.seed;
    record.replication = replication;
    record.events = ns3::Simulator::GetEventCount() - Finish(outputs);
    record.deadline = ToNanoSeconds(scenario.deadline);
    record.outageWindow = ToNanoSeconds(scenario.outageWindow);
    record.outageAccuracy = scenario.outageAccuracy;
    record.warnings = FindWarnings(scenario, network.GetDescription(), deployment);
    if (storyRecorder)
    {
        storyRecorder->Fill(record, stories);
    }
    return record;
}

} // namespace simulator
