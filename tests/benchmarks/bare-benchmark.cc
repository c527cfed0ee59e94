// SPDX-License-Identifier: GPL-2.0-only
// User CPU of configuration (c) over udp, inference and records included, against a plain ns-3
// program that sends the same messages at the same times and computes nothing. Ratios of one run
// are what counts.

#include "bare-network.h"
#include "cpu-time.h"
#include "nn/keep-freed-memory.h"
#include "simulator/links/p2p-link.h"
#include "simulator/run/run-output.h"
#include "simulator/run/simulation.h"
#include "simulator/study/study-planner.h"

#include <cstdlib>
#include <iostream>

namespace
{

BareLink
MakeLink(const simulator::LinkSettings& settings)
{
    const auto& p2p = std::any_cast<const simulator::P2pSettings&>(settings.values);
    return {p2p.rate, p2p.delay};
}

BareTraffic
MakeTraffic(const simulator::PlannedRun& run, const analysis::RunRecord& record)
{
    const simulator::Scenario& scenario = *run.scenario;
    BareTraffic traffic;
    traffic.devices = static_cast<std::uint32_t>(run.network->GetDescription().GetDeviceCount());
    traffic.scoreBytes = 12;
    traffic.featureBytes = 128;
    traffic.period = scenario.workload.period;
    traffic.local = MakeLink(scenario.links.at("local"));
    traffic.backhaul = MakeLink(scenario.links.at("backhaul"));
    std::int64_t localCompute = 0;
    std::int64_t cloudCompute = 0;
    for (const analysis::SampleRecord& sample : record.samples)
    {
        const bool escalates = sample.exit != "local";
        (escalates ? cloudCompute : localCompute) = sample.compute;
        traffic.escalates.push_back(escalates);
    }
    traffic.deviceTime = ns3::NanoSeconds(localCompute);
    traffic.cloudTime = ns3::NanoSeconds(cloudCompute - localCompute);
    return traffic;
}

std::uint64_t
GetWireBytes(const analysis::RunRecord& record)
{
    std::uint64_t bytes = 0;
    for (const analysis::LinkRecord& link : record.links)
    {
        bytes += link.kind == "total" ? link.bytes : 0;
    }
    return bytes;
}

} // namespace

int
main(int argc, char** argv)
{
    const std::string samples = argc > 1 ? argv[1] : "20000";
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
    nn::KeepFreedMemory(); // as ddnnsim does
    const simulator::StudyPlan plan =
        simulator::PlanStudy({{SCENARIOS_DIR "/figure2/c.yaml"}, {"workload.samples=" + samples}});
    const simulator::PlannedRun& run = plan.runs.front();
    const auto simulate = [&run] {
        return simulator::Simulate(*run.scenario, *run.network, *run.dataset, 1);
    };
    const analysis::RunRecord record = simulate();
    const BareTraffic traffic = MakeTraffic(run, record);
    std::cout << "samples: " << samples << "\nwire bytes: " << GetWireBytes(record)
              << ", bare: " << CountBareWireBytes(traffic) << "\nevents: " << record.events
              << ", bare: " << RunBareNetwork(traffic) << std::endl;
    const std::vector<double> seconds =
        MeasureInTurn({[&] { simulator::Encode(simulator::MakeOutput(simulate())); },
                       [&] { RunBareNetwork(traffic); }},
                      rounds);
    std::cout << "user CPU, median of " << rounds << ": " << seconds[0]
              << " s, bare: " << seconds[1] << " s, ratio: " << seconds[0] / seconds[1]
              << std::endl;
    return 0;
}
