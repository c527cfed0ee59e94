// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/scenario-keys.h"

#include "simulator/links/link-keys.h"
#include "simulator/links/link-type.h"
#include "simulator/outputs/output-type.h"
#include "simulator/scenario/attribute-keys.h"
#include "simulator/scenario/background-keys.h"
#include "simulator/scenario/battery-keys.h"
#include "simulator/scenario/data-set-keys.h"
#include "simulator/scenario/failure-keys.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/processor-profiles.h"
#include "simulator/scenario/profile-keys.h"
#include "simulator/scenario/standby-keys.h"
#include "simulator/scenario/sweep-reader.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/scenario/waiting-keys.h"
#include "simulator/transports/transport-type.h"

#include <utility>

namespace simulator
{

namespace
{

using ns3::Hours;
using ns3::NanoSeconds;
using ns3::Seconds;

constexpr std::uint32_t many = 100'000;

/// Beyond this, ns-3's generator (MRG32k3a) takes no seed.
constexpr std::uint64_t greatestSeed = 4'294'944'442;

/// Name, and what it connects, in the order from the devices to the cloud.
const std::vector<std::pair<std::string, std::string>>&
GetLinkNames()
{
    static const std::vector<std::pair<std::string, std::string>> names = {
        {"local", "a device and its gateway"},
        {"edge", "a gateway and its edge"},
        {"metro", "the edges of one site among themselves"},
        {"backhaul", "an edge, or a gateway where there is none, and the cloud"},
        {"spare", "a gateway and the standby of its edge, where there is one"}};
    return names;
}

void
AddSampleKeys(KeyTable& table, Scenario& scenario)
{
    WorkloadSettings& workload = scenario.workload;
    table.Add(MakeIntegerKey("sites",
                             scenario.sites,
                             {1, many},
                             "Sets of cameras, devices, gateways and edges; all share one cloud."));
    table.Add(MakeIntegerKey("workload.samples",
                             workload.samples,
                             {1, 1'000'000'000},
                             "the test split, once",
                             "Samples per site; more than the test split has repeat it."));
    table.Add(MakeTimeKey("workload.period",
                          workload.period,
                          {NanoSeconds(1), Hours(24)},
                          "Time between captures; its mean if arrivals are poisson."));
    table.Add(MakeWordKey("workload.arrivals",
                          workload.arrivals,
                          {"periodic", "poisson"},
                          "How captures follow each other."));
    table.Add(
        MakeTimeKey("workload.start", workload.start, {Seconds(0), Hours(24)}, "First capture."));
}

void
AddExitKeys(KeyTable& table, Scenario& scenario)
{
    const std::string threshold = " exit answers if its normalized entropy is at most this.";
    table.Add(MakeNumberKey(
        "thresholds.local", scenario.localThreshold, {0, 1}, "The local" + threshold));
    table.Add(
        MakeNumberKey("thresholds.edge", scenario.edgeThreshold, {0, 1}, "The edge" + threshold));
    AddWaitKeys(table, "waits.local", scenario.localWait, "The local exit");
    AddWaitKeys(table, "waits.edge", scenario.edgeWait, "An edge");
    AddWaitKeys(table,
                "waits.edge_exit",
                scenario.edgeExitWait,
                "The edge exit",
                "200ms more than waits.edge.time");
    AddWaitKeys(table, "waits.cloud", scenario.cloudWait, "The cloud");
    table.Add(MakeIntegerKey("suspect_after",
                             scenario.suspectAfter,
                             {0, 1'000'000},
                             "Samples missed in a row after which a node is no longer waited for; "
                             "0: never."));
    table.Add(MakeNodeKey(
        "exits.local", scenario.localExitGateway, "gateway", "Gateway that hosts the local exit."));
    table.Add(
        MakeNodeKey("exits.edge", scenario.edgeExitEdge, "edge", "Edge that hosts the edge exit."));
}

void
AddDeadlineKeys(KeyTable& table, Scenario& scenario)
{
    table.Add(MakeTimeKey("deadline",
                          scenario.deadline,
                          {NanoSeconds(1), Hours(1)},
                          "none",
                          "Time from the capture by which an answer should be at the gateway."));
    table.Add(
        MakeWordKey("fallback",
                    scenario.fallback,
                    {"none", "best-exit"},
                    "What the gateway answers at the deadline if nobody else has: nothing, or "
                    "the verdict of the highest exit that escalated the sample."));
    table.Add(MakeSwitchKey("accept_late",
                            scenario.acceptLate,
                            "Whether scores that come after their sample was escalated go into the "
                            "verdict that the gateway keeps for fallback best-exit."));
    table.Add(MakeTimeKey("outage.window",
                          scenario.outageWindow,
                          {NanoSeconds(1), Hours(24)},
                          "not measured",
                          "Length of the windows of inference_outage."));
    table.Add(MakeNumberKey("outage.accuracy",
                            scenario.outageAccuracy,
                            {0, 1},
                            "Accuracy below which a window is an outage (assumed)."));
}

void
AddProtocolKeys(KeyTable& table, Scenario& scenario)
{
    table.Add(MakeWordKey("escalation",
                          scenario.escalation,
                          {"on-demand", "eager"},
                          "Whether features are sent when asked for, or at once with the scores."));
    table.Add(MakeIntegerKey("buffer.samples",
                             scenario.bufferSamples,
                             {1, 1'000'000},
                             "Samples whose features a node keeps."));
    table.Add(MakeTimeKey("buffer.lifetime",
                          scenario.bufferLifetime,
                          {NanoSeconds(1), Hours(24)},
                          "How long a node keeps features that nobody asks for."));
}

using AddKeysOfLink = void (*)(KeyTable&, const std::string& path, Scenario&, LinkSettings&);

void
AddInterface(KeyTable& table, const std::string& path, Scenario& scenario, LinkSettings& settings)
{
    table.Add(MakeInterfaceKey(JoinPath(path, "interface"),
                               scenario,
                               settings.interface,
                               "What each end of the link draws."));
}

void
AddKeysOfType(KeyTable& table, const std::string& path, Scenario& scenario, LinkSettings& settings)
{
    GetLinkType(settings.type).addKeys(table, path, settings.values);
    AddInterface(table, path, scenario, settings);
}

void
AddLinks(KeyTable& table, Scenario& scenario, AddKeysOfLink addKeys)
{
    for (const auto& [name, ends] : GetLinkNames())
    {
        const std::string path = JoinPath("links", name);
        LinkSettings& settings = scenario.links.at(name);
        table.Add(MakeWordKey(JoinPath(path, "type"),
                              settings.type,
                              GetLinkTypeNames(),
                              "What connects " + ends + "."));
        addKeys(table, path, scenario, settings);
    }
}

void
AddNodeKeys(KeyTable& table, Scenario& scenario)
{
    AddProfileKeys(table, scenario);
    table.Add(MakeProcessorKey(
        "processors.device", scenario, scenario.deviceProcessor, "Of each device."));
    table.Add(MakeProcessorKey("processors.gateway",
                               scenario,
                               scenario.gatewayProcessor,
                               "Of each gateway, which only idles: its exit costs nothing."));
    table.Add(
        MakeProcessorKey("processors.edge", scenario, scenario.edgeProcessor, "Of each edge."));
    table.Add(
        MakeProcessorKey("processors.cloud", scenario, scenario.cloudProcessor, "Of the cloud."));
    AddBatteryKeys(table, scenario);
}

void
AddRunKeys(KeyTable& table, Scenario& scenario)
{
    table.Add(MakeWordKey(
        "transport", scenario.transport, GetTransportTypeNames(), "Protocol of all messages."));
    for (const TransportType& type : GetTransportTypes())
    {
        type.addKeys(table, scenario);
    }
    table.Add(MakeIntegerKey("seed",
                             scenario.seed,
                             {1, greatestSeed},
                             "Seed of every random number of the simulation."));
    table.Add(MakeIntegerKey("rng_run",
                             scenario.rngRun,
                             {1, 1'000'000'000},
                             "ns-3's run number of the first replication; the others count up."));
    table.Add(MakeIntegerKey("replications",
                             scenario.replications,
                             {1, many},
                             "Independent runs with the same settings."));
    table.Add(MakeSweepKey());
    for (const OutputType& type : GetOutputTypes())
    {
        table.Add(
            MakeSwitchKey(JoinPath("outputs", type.name), scenario.outputs[type.name], type.help));
    }
    AddAttributeKeys(table, scenario);
}

KeyTable
MakeKeys(Scenario& scenario, AddKeysOfLink addKeys)
{
    KeyTable table;
    table.Add(
        MakeNameKey("name", scenario.name, "name of the file", "Name of the scenario in results."));
    table.Add(MakePathKey("network", scenario.network, "Trained network (.npz)."));
    AddDataSetKeys(table, scenario.dataset);
    AddSampleKeys(table, scenario);
    AddExitKeys(table, scenario);
    AddDeadlineKeys(table, scenario);
    AddProtocolKeys(table, scenario);
    AddLinks(table, scenario, addKeys);
    AddBackgroundKeys(table, scenario);
    AddNodeKeys(table, scenario);
    AddFailureKeys(table, scenario);
    AddStandbyKeys(table, scenario);
    AddRunKeys(table, scenario);
    return table;
}

} // namespace

Scenario
MakeDefaultScenario()
{
    Scenario scenario;
    for (const auto& [name, ends] : GetLinkNames())
    {
        // Cameras hang on an access point, all else on wires.
        scenario.links[name] = MakeLinkSettings(name == "local" ? "wifi" : "p2p", name);
    }
    scenario.deviceProcessor = *FindProcessorProfile("cortex-m7");
    scenario.gatewayProcessor = *FindProcessorProfile("raspberry-pi-4");
    scenario.edgeProcessor = *FindProcessorProfile("raspberry-pi-4");
    scenario.cloudProcessor = *FindProcessorProfile("gpu-server");
    return scenario;
}

KeyTable
MakeSelectionKeys(Scenario& scenario)
{
    KeyTable table;
    AddLinks(table, scenario, [](KeyTable&, const std::string&, Scenario&, LinkSettings&) {});
    AddBaseKeys(table, scenario);
    AddFailureKindKeys(table, scenario);
    return table;
}

void
ApplySelection(Scenario& scenario)
{
    for (auto& [name, settings] : scenario.links)
    {
        settings = MakeLinkSettings(settings.type, name);
    }
    ApplyFailureKinds(scenario);
}

KeyTable
MakeScenarioKeys(Scenario& scenario)
{
    return MakeKeys(scenario, AddKeysOfType);
}

KeyTable
MakeDocumentedKeys(Scenario& scenario)
{
    DeclareExamples(scenario);
    DeclareExampleBattery(scenario);
    DeclareExampleStandby(scenario);
    DeclareExampleAttribute(scenario);
    KeyTable table = MakeKeys(
        scenario,
        [](KeyTable& keys, const std::string& path, Scenario& all, LinkSettings& settings) {
            AddKeysOfAllTypes(keys, path);
            AddInterface(keys, path, all, settings);
        });
    AddBackgroundExample(table);
    AddFailureExample(table);
    return table;
}

} // namespace simulator
