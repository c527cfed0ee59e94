// SPDX-License-Identifier: GPL-2.0-only
// Which failures a scenario may have.
#include "simulator/links/csma-link.h"
#include "simulator/topology/deployment-builder.h"
#include "simulator/topology/failure-overlap.h"
#include "simulator/topology/network-fit.h"
#include "simulator/topology/node-names.h"
#include "small-world.h"
#include "tests/simulator/parse-text.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <algorithm>

using namespace simulator;

namespace
{

const std::string head = "failures:\n  - ";
const std::string cables = "links: {local: {type: p2p}}\n";

/// Why the network of two devices, or one with two edges, refuses a record in lines 2 and 3.
std::string
GetFitError(const std::string& record,
            const nn::NetworkDescription& network = Describe(2, {4}),
            const std::vector<std::string>& settings = {})
{
    const TemporaryFile file("c.yaml", "network: n.npz\n" + head + record + "\n" + cables);
    try
    {
        CheckFit(ParseScenario(file.GetPath(), settings), network);
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

const nn::NetworkDescription withEdges = Describe(4, {2}, {{0, 1}, {2, 3}});

std::vector<std::string>
Sort(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string>
GetDeployedLinks(const Scenario& scenario, const nn::NetworkDescription& description)
{
    const nn::MultiViewDataSet dataset = MakeNoise(description.GetDeviceCount());
    const auto network = MakeNetwork(description, dataset);
    std::vector<std::string> names;
    {
        const Deployment deployment = BuildDeployment(scenario, *network, dataset);
        for (const DeployedLink& link : deployment.links)
        {
            names.push_back(link.name);
        }
    }
    ns3::Simulator::Destroy();
    return Sort(names);
}

std::optional<std::string>
GetOverlap(const std::string& records)
{
    return FindOverlap(ParseText("failures: [" + records + "]\n" + cables), Describe(2, {4}));
}

} // namespace

TEST(FailureCheck, WhatIsThereMayFail)
{
    for (const char* record :
         {"{node: device-2, at: 5s, for: 10s}",
          "{node: cloud, at: 0s}",
          "{link: local-2, at: 3s, for: 5s, kind: down}",
          "{link: backhaul-1, at: 3s, kind: degrade, rate: 1Mbps, delay: 1s, loss: 0.5}",
          "{link: backhaul-1, at: 3s, kind: loss, probability: 0.5}",
          "{camera: device-2, at: 3s, kind: noisy, deviation: 3}",
          "{camera: device-2, at: 3s, kind: covered, share: 0.5}",
          "{processor: cloud, kind: slow, factor: 4, at: 1s, for: 2s}",
          "{class: device, mtbf: 60s, mttr: 5s, distribution: weibull, shape: 0.7}",
          "{class: local, kind: down, mtbf: 60s, mttr: 5s}",
          "{class: device, kind: frozen, at: 1s}",
          "{group: [device-1, gateway-1, cloud], at: 3s, for: 5s}",
          "{group: [local-1, backhaul-1], kind: down, mtbf: 60s, mttr: 5s}"})
    {
        EXPECT_EQ(GetFitError(record), "accepted") << record;
    }
}

TEST(FailureCheck, WhatIsNotThereIsRefused)
{
    EXPECT_EQ(GetFitError("{node: device-3, at: 1s}"),
              "c.yaml:3:12: failures.1.node: there is no node 'device-3', did you mean "
              "'device-1'?");
    EXPECT_EQ(GetFitError("{node: edge-1, at: 1s}"),
              "c.yaml:3:12: failures.1.node: there is no node 'edge-1', expected one such as "
              "device-1 or cloud");
    EXPECT_EQ(GetFitError("{link: backhaul-2, kind: down, at: 1s}"),
              "c.yaml:3:12: failures.1.link: there is no link 'backhaul-2', did you mean "
              "'backhaul-1'?");
    EXPECT_EQ(GetFitError("{camera: cloud, kind: blank, at: 1s}"),
              "c.yaml:3:14: failures.1.camera: there is no node 'cloud', expected one such as "
              "device-2");
    EXPECT_EQ(GetFitError("{group: [device-1, devise-2], at: 1s}"),
              "c.yaml:3:13: failures.1.group: there is no node 'devise-2', did you mean "
              "'device-2'?");
    EXPECT_EQ(GetFitError("{group: [device-1, device-1], at: 1s}"),
              "c.yaml:3:13: failures.1.group: 'device-1' is there twice, expected each once");
    EXPECT_EQ(GetFitError("{node: device-1, at: 1s}", Describe(2, {4}), {"sites=2"}),
              "c.yaml:3:12: failures.1.node: there is no node 'device-1', expected one such as "
              "site-1/device-1 or cloud");
    EXPECT_EQ(GetFitError("{node: site-2/device-1, at: 1s}", Describe(2, {4}), {"sites=2"}),
              "accepted");
}

TEST(FailureCheck, OfClasses)
{
    EXPECT_EQ(GetFitError("{class: devices, at: 1s}"),
              "c.yaml:3:13: failures.1.class: there is no class of nodes 'devices', did you mean "
              "'device'?");
    EXPECT_EQ(GetFitError("{class: edge, at: 1s}"),
              "c.yaml:3:13: failures.1.class: there is nothing of the class 'edge' with network "
              "'n.npz'");
    EXPECT_EQ(GetFitError("{class: gateway, kind: slow, factor: 2, at: 1s}"),
              "c.yaml:3:13: failures.1.class: there is no class of processors 'gateway', expected "
              "one such as device, edge or cloud");
    EXPECT_EQ(GetFitError("{class: edge, at: 1s}", withEdges), "accepted");
    EXPECT_EQ(GetFitError("{class: metro, kind: down, at: 1s}", withEdges), "accepted");
}

TEST(FailureCheck, AKindIsOfOneTarget)
{
    EXPECT_EQ(
        GetFitError("{link: local-1, at: 1s}"),
        "c.yaml:3:25: failures.1: kind: a link does not fail in the way 'off', expected down, "
        "degrade or loss");
    EXPECT_EQ(GetFitError("{node: device-1, kind: frozen, at: 1s}"),
              "c.yaml:3:28: failures.1.kind: a node does not fail in the way 'frozen', expected "
              "off");
    EXPECT_EQ(GetFitError("{node: device-1, camera: device-1, at: 1s}"),
              "c.yaml:3:44: failures.1: fails several things, expected one of node, link, camera, "
              "processor, class or group");
    EXPECT_EQ(GetFitError("{at: 1s}"),
              "c.yaml:3:10: failures.1: says not what fails, expected node, link, camera, "
              "processor, class or group");
}

TEST(FailureCheck, WhenItFailsIsClear)
{
    EXPECT_EQ(GetFitError("{node: device-1}"),
              "c.yaml:3:12: failures.1: says not when, expected at or mtbf");
    EXPECT_EQ(GetFitError("{node: device-1, mtbf: 1s, mttr: 1s, at: 1s}"),
              "c.yaml:3:46: failures.1: fails both at a time and at random, expected at or mtbf");
    EXPECT_EQ(GetFitError("{node: device-1, mtbf: 1s}"),
              "c.yaml:3:28: failures.1.mtbf: says not how long failures last, expected mttr beside "
              "it");
    EXPECT_EQ(GetFitError("{node: device-1, mtbf: 1s, mttr: 1s, for: 1s}"),
              "c.yaml:3:47: failures.1.for: fails at random, expected mttr");
    EXPECT_EQ(GetFitError("{node: device-1, at: 1s, mttr: 1s}"),
              "c.yaml:3:36: failures.1.mttr: fails at a given time, expected for");
    // Over before it begins, or at once.
    EXPECT_EQ(GetFitError("{node: device-1, at: 1s, for: 0s}"),
              "c.yaml:3:35: failures.1.for: '0s' is out of range, expected 1ns to 31536000s");
    EXPECT_EQ(GetFitError("{node: device-1, at: 1s, for: -1s}"),
              "c.yaml:3:35: failures.1.for: '-1s' is out of range, expected 1ns to 31536000s");
}

TEST(FailureCheck, KeysAreThoseOfTheKind)
{
    EXPECT_EQ(GetFitError("{link: local-1, kind: loss, at: 1s}"),
              "c.yaml:3:5: missing key 'failures.1.probability', expected a number such as 0.5");
    EXPECT_EQ(GetFitError("{link: local-1, kind: degrade, at: 1s}"),
              "c.yaml:3:27: failures.1.kind: local-1: nothing gets worse, expected rate, delay or "
              "loss");
    EXPECT_EQ(
        GetFitError("{node: device-1, factor: 2, at: 1s}").rfind("c.yaml:3:22: unknown key", 0),
        0U);
}

TEST(FailureCheck, ALinkTypeMayNotFailInAllWays)
{
    const std::vector<std::string> csma = {"links.local.type=csma"};
    const nn::NetworkDescription network = Describe(2, {4});
    EXPECT_EQ(GetFitError("{link: local-1, kind: down, at: 1s}", network, csma), "accepted");
    EXPECT_EQ(GetFitError("{link: local-1, kind: degrade, loss: 0.5, at: 1s}", network, csma),
              "accepted");
    EXPECT_EQ(GetFitError("{link: local-1, kind: degrade, rate: 1Mbps, at: 1s}", network, csma),
              "c.yaml:3:27: failures.1.kind: local-1: links of type 'csma' do not degrade by rate, "
              "expected loss");
    EXPECT_EQ(GetFitError("{link: local-2, kind: down, at: 1s}", network, csma),
              "c.yaml:3:12: failures.1.link: there is no link 'local-2', did you mean 'local-1'?");
}

TEST(FailureCheck, RadiosGetAWeakerSignalInsteadOfARate)
{
    const nn::NetworkDescription network = Describe(2, {4});
    const std::string degrade = "{link: local-1, kind: degrade, at: 1s, ";
    for (const std::string type : {"wifi", "lr-wpan"})
    {
        const std::vector<std::string> radio = {"links.local.type=" + type};
        EXPECT_EQ(GetFitError("{link: local-1, kind: down, at: 1s}", network, radio), "accepted");
        EXPECT_EQ(
            GetFitError("{link: local-1, kind: loss, probability: 0.5, at: 1s}", network, radio),
            "accepted");
        EXPECT_EQ(GetFitError(degrade + "extra_loss: 10dB, loss: 0.5}", network, radio),
                  "accepted");
        EXPECT_EQ(GetFitError(degrade + "extra_loss: 10dB, delay: 1ms}", network, radio),
                  "c.yaml:3:27: failures.1.kind: local-1: links of type '" + type +
                      "' do not degrade by delay, expected extra_loss or loss");
        EXPECT_EQ(GetFitError(degrade + "extra_loss: 0dB}", network, radio),
                  "c.yaml:3:27: failures.1.kind: local-1: nothing gets worse, expected extra_loss "
                  "or loss");
    }
    EXPECT_EQ(GetFitError(degrade + "extra_loss: 10dB, rate: 1Mbps, delay: 1s, loss: 0.5}",
                          network,
                          {"links.local.type=lte"}),
              "accepted");
    EXPECT_EQ(GetFitError(degrade + "extra_loss: 10dB}", network),
              "c.yaml:3:27: failures.1.kind: local-1: links of type 'p2p' do not degrade by "
              "extra_loss, expected rate, delay or loss");
}

TEST(FailureCheck, NamesOfLinksAreThoseOfTheDeployment)
{
    Scenario cable = MakeScenario();
    cable.links["local"].type = "csma";
    cable.links["local"].values = CsmaSettings{ns3::DataRate(10'000'000), ns3::MicroSeconds(5)};
    for (Scenario scenario : {MakeScenario(), cable})
    {
        scenario.sites = 2;
        for (const nn::NetworkDescription& description : {Describe(3, {4}), withEdges})
        {
            EXPECT_EQ(GetDeployedLinks(scenario, description),
                      Sort(GetLinkNames(scenario, description)));
        }
    }
}

TEST(FailureCheck, PartsOfNames)
{
    const NameParts parts = SplitName("site-12/device-3");
    EXPECT_EQ(parts.site, 11U);
    EXPECT_EQ(parts.kind, "device");
    EXPECT_EQ(parts.index, 2U);
    EXPECT_EQ(SplitName("cloud").kind, "cloud");
    EXPECT_EQ(SplitName("backhaul-1").index, 0U);
}

TEST(FailureOverlap, IsSaidOnce)
{
    const std::string first = "{node: device-1, at: 1s, for: 3s}";
    EXPECT_EQ(GetOverlap(first + ", {node: device-1, at: 4s, for: 3s}"), std::nullopt);
    EXPECT_EQ(GetOverlap(first + ", {node: device-2, at: 2s, for: 3s}"), std::nullopt);
    EXPECT_EQ(GetOverlap(first + ", {camera: device-1, kind: blank, at: 2s}"), std::nullopt);
    const std::string text = "failures.1 and failures.2 may overlap at device-1: what overlaps is "
                             "one failure, as the first to begin";
    EXPECT_EQ(GetOverlap(first + ", {node: device-1, at: 3999ms, for: 3s}"), text);
    EXPECT_EQ(GetOverlap(first + ", {group: [device-2, device-1], at: 2s}"), text);
    EXPECT_EQ(GetOverlap(first + ", {class: device, mtbf: 1s, mttr: 1s}"), text);
    EXPECT_EQ(GetOverlap("{node: device-1, at: 1s}, {node: device-1, at: 9s, for: 1s}"), text);
}
