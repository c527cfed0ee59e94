// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/application-settings.h"

#include <ns3/boolean.h>
#include <ns3/uinteger.h>

namespace simulator
{

ns3::Ptr<ns3::ddnn::InputCollector>
MakeCollector(const Scenario& scenario, const WaitSettings& wait)
{
    auto collector = ns3::CreateObject<ns3::ddnn::InputCollector>();
    collector->SetAttribute("WaitTime", ns3::TimeValue(wait.time.value()));
    for (const ns3::ddnn::WaitingRuleType& type : ns3::ddnn::GetWaitingRuleTypes())
    {
        if (type.name == wait.rule)
        {
            collector->SetWaitingRule(type.make, {*wait.time, wait.granularity, wait.quorum, 0});
        }
    }
    collector->SetAttribute("SuspectAfter", ns3::UintegerValue(scenario.suspectAfter));
    return collector;
}

void
ConfigureTier(const ns3::Ptr<ns3::ddnn::TierApplication>& application,
              const Scenario& scenario,
              const ns3::ddnn::TierApplication::Identity& identity)
{
    application->SetIdentity(identity);
    application->SetAttribute("Eager", ns3::BooleanValue(scenario.escalation == "eager"));
    application->SetAttribute("BufferSamples", ns3::UintegerValue(scenario.bufferSamples));
    application->SetAttribute("BufferLifetime", ns3::TimeValue(scenario.bufferLifetime));
}

} // namespace simulator
