// SPDX-License-Identifier: GPL-2.0-only
#include "switched-run.h"

#include "models/applications/ddnn-device-application.h"
#include "models/failures/ddnn-node-state.h"
#include "simulator/run/recorder.h"
#include "simulator/run/run-end.h"
#include "simulator/run/run-warnings.h"
#include "simulator/topology/deployment-builder.h"

#include <ns3/rng-seed-manager.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <optional>

using ns3::ddnn::ExitApplication;
using ns3::ddnn::GatewayApplication;
using ns3::ddnn::NodeState;
using ns3::ddnn::SectionApplication;
using ns3::ddnn::TierApplication;

namespace
{

void
ScheduleSwitches(const simulator::Deployment& deployment, const std::vector<Switch>& switches)
{
    for (const Switch& one : switches)
    {
        bool found = false;
        for (const simulator::DeployedNode& node : deployment.nodes)
        {
            if (node.name == one.node)
            {
                const auto state = node.node->GetObject<NodeState>();
                ns3::Simulator::Schedule(one.at,
                                         one.to == Switch::To::Off ? &NodeState::SwitchOff
                                                                   : &NodeState::SwitchOn,
                                         state);
                found = true;
            }
        }
        EXPECT_TRUE(found) << one.node;
    }
}

void
ExpectNothingInHand(const ns3::Ptr<ns3::Application>& application, const std::string& node)
{
    if (const auto tier = ns3::DynamicCast<TierApplication>(application))
    {
        EXPECT_EQ(tier->CountRunning(), 0U) << node;
    }
    if (const auto section = ns3::DynamicCast<SectionApplication>(application))
    {
        EXPECT_EQ(section->CountOpen(), 0U) << node;
    }
    if (const auto exit = ns3::DynamicCast<ExitApplication>(application))
    {
        EXPECT_EQ(exit->CountOpen(), 0U) << node;
    }
    if (const auto gateway = ns3::DynamicCast<GatewayApplication>(application))
    {
        EXPECT_EQ(gateway->CountOpen(), 0U) << node;
    }
}

} // namespace

analysis::RunRecord
SimulateSwitched(const simulator::Scenario& scenario,
                 const nn::NetworkInference& network,
                 const nn::MultiViewDataSet& dataset,
                 const std::vector<Switch>& switches)
{
    ns3::RngSeedManager::SetSeed(static_cast<std::uint32_t>(scenario.seed));
    ns3::RngSeedManager::SetRun(1);
    analysis::RunRecord record;
    {
        const simulator::Deployment deployment = BuildDeployment(scenario, network, dataset);
        simulator::Recorder recorder(deployment, dataset);
        ScheduleSwitches(deployment, switches);
        std::optional<simulator::RunEnd> end;
        if (!deployment.heartbeats.empty())
        {
            end.emplace(deployment, std::uint64_t{scenario.sites} * *scenario.workload.samples);
        }
        deployment.warmUp->Start();
        ns3::Simulator::Run();
        recorder.FillAccounts(record);
        recorder.FillOutcome(record);
        record.warnings = FindWarnings(scenario, network.GetDescription(), deployment);
        for (const simulator::DeployedNode& node : deployment.nodes)
        {
            for (std::uint32_t i = 0; i < node.node->GetNApplications(); ++i)
            {
                ExpectNothingInHand(node.node->GetApplication(i), node.name);
            }
        }
    }
    ns3::Simulator::Destroy();
    if (scenario.deadline)
    {
        record.deadline = scenario.deadline->GetNanoSeconds();
    }
    return record;
}
