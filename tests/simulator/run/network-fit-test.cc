// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/topology/layer-choice.h"
#include "simulator/topology/network-fit.h"
#include "small-world.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

template <typename Check>
std::string
GetError(Check check)
{
    try
    {
        check();
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "";
}

} // namespace

TEST(NetworkFit, ExitsMustExist)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.network = "n.npz";
    scenario.localExitGateway = 3;
    scenario.places["exits.local"] = "s.yaml:4:9";
    EXPECT_EQ(GetError([&] {
                  CheckFit(scenario, Describe(2, {1}, {{0}, {1}}));
              }),
              "s.yaml:4:9: exits.local: there is no gateway-3 with network 'n.npz', expected "
              "gateway-1 to gateway-2");
    scenario.localExitGateway = 1;
    scenario.edgeExitEdge = 2;
    EXPECT_EQ(GetError([&] {
                  CheckFit(scenario, Describe(2, {1}, {{0, 1}}));
              }),
              "s.yaml: exits.edge: there is no edge-2 with network 'n.npz', expected edge-1 to "
              "edge-1");
    scenario.edgeExitEdge = 1;
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }), "");
}

TEST(NetworkFit, AQuorumIsAtMostTheInputsThatThereAre)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.network = "n.npz";
    scenario.places["waits.local.quorum"] = "s.yaml:5:7";
    scenario.localWait.quorum = 4;
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(3, {1})); }),
              "s.yaml:5:7: waits.local.quorum: '4' is more than the inputs that there are with "
              "network 'n.npz', expected at most 3");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(4, {1})); }), "");
    scenario.localWait.quorum.reset();
    scenario.edgeWait.quorum = 2; // groups of three and one
    EXPECT_NE(GetError([&] { CheckFit(scenario, Describe(4, {1}, {{0, 1, 2}, {3}})); }), "");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(4, {1}, {{0, 1}, {2, 3}})); }), "");
    scenario.edgeWait.quorum.reset();
    scenario.edgeExitWait.quorum = 2;
    scenario.places["waits.edge_exit.quorum"] = "s.yaml:6:7";
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(4, {1}, {{0, 1}, {2, 3}})); }), "");
    EXPECT_EQ(GetError([&] {
                  CheckFit(scenario, Describe(4, {1}, {{0, 1, 2, 3}}));
              }),
              "s.yaml:6:7: waits.edge_exit.quorum: '2' is more than the inputs that there are with "
              "network 'n.npz', expected at most 1");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(4, {1})); }), ""); // no such exit
    scenario.cloudWait.quorum = 3;                                          // two edges
    EXPECT_NE(GetError([&] { CheckFit(scenario, Describe(4, {1}, {{0, 1}, {2, 3}})); }), "");
}

TEST(NetworkFit, AFallbackNeedsADeadlineAndAnExit)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.network = "n.npz";
    scenario.fallback = "best-exit";
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }),
              "s.yaml: fallback: 'best-exit' needs a deadline, such as deadline: 500ms");
    scenario.deadline = ns3::MilliSeconds(500);
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }), "");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {})); }),
              "s.yaml: fallback: 'best-exit': network 'n.npz' has no exit before the cloud, "
              "expected none");
}

TEST(NetworkFit, NodesWithABatteryMustExist)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.network = "n.npz";
    scenario.batteries = {{"device", 1.0}, {"device-2", 1.0}, {"gateway-1", 1.0}};
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }), "");
    scenario.batteries["device-3"] = 1;
    scenario.places["batteries.device-3.capacity"] = "s.yaml:7:9";
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }),
              "s.yaml:7:9: batteries.device-3.capacity: there is no device-3 with network 'n.npz', "
              "expected device-1 to device-2");
    scenario.batteries = {{"edge-1", 1.0}};
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }),
              "s.yaml: batteries.edge-1.capacity: there is no edge-1 with network 'n.npz', which "
              "has none");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1}, {{0, 1}})); }), "");
}

TEST(NetworkFit, StandbysAreOtherEdgesOrTheCloud)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.network = "n.npz";
    scenario.places["standbys.edge-2"] = "s.yaml:3:21";
    const auto getError = [&](const std::string& host) {
        scenario.standbys = {{"edge-1", "none"}, {"edge-2", host}};
        return GetError([&] { CheckFit(scenario, Describe(2, {1}, {{0}, {1}})); });
    };
    EXPECT_EQ(getError("edge-1"), "");
    EXPECT_EQ(getError("cloud"), "");
    EXPECT_EQ(getError("edge-2"),
              "s.yaml:3:21: standbys.edge-2: an edge cannot stand by for itself, expected another "
              "or cloud");
    EXPECT_EQ(getError("edge-3"),
              "s.yaml:3:21: standbys.edge-2: there is no node to stand by 'edge-3', did you mean "
              "'edge-1'?");
    EXPECT_EQ(getError("device-1"),
              "s.yaml:3:21: standbys.edge-2: there is no node to stand by 'device-1', expected one "
              "such as cloud");
    EXPECT_EQ(GetError([&] {
                  CheckFit(scenario, Describe(2, {1}, {{0, 1}}));
              }),
              "s.yaml:3:21: standbys.edge-2: there is no node 'edge-2', did you mean 'edge-1'?");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1})); }),
              "s.yaml:3:21: standbys.edge-2: network 'n.npz' has no edges");
}

TEST(NetworkFit, ASharedMediumTakesSoManyDevices)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.links["local"] = MakeLinkSettings("csma", "local");
    scenario.places["links.local.type"] = "s.yaml:5:13";
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(1023, {1})); }), "");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(1024, {1})); }),
              "s.yaml:5:13: links.local.type: 1024 devices on one csma medium, expected at most "
              "1023: use p2p, or a network with several groups");
    scenario.links["local"] = MakeLinkSettings("p2p", "local");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(1024, {1})); }), "");
}

TEST(NetworkFit, LinksThatCarryOnlyIpRefuseBareFrames)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.places["transport"] = "s.yaml:4:12";
    LinkType type = GetLinkType("p2p");
    type.name = "cellular";
    const auto check = [&](const char* transport) {
        return GetError([&] { CheckCargo(scenario, "local", type, GetTransportType(transport)); });
    };
    EXPECT_EQ(check("link"), "");
    type.cargo = LinkCargo::OnlyIpv4;
    EXPECT_EQ(check("link"),
              "s.yaml:4:12: transport: 'link' sends bare frames, and links.local of type "
              "'cellular' carries only IP packets, expected udp or tcp");
    EXPECT_EQ(check("udp"), "");
    type.cargo = LinkCargo::OnlyIpv6;
    EXPECT_EQ(check("link"),
              "s.yaml:4:12: transport: 'link' sends bare frames, and links.local of type "
              "'cellular' carries only IP packets, expected udp or tcp");
    EXPECT_EQ(check("tcp"), "");
}

TEST(NetworkFit, LinksCarryTheSameKindOfIp)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.places["links.local.type"] = "s.yaml:5:13";
    std::map<std::string, LinkType> types = {{"backhaul", GetLinkType("p2p")},
                                             {"local", GetLinkType("lr-wpan")}};
    const auto check = [&] { return GetError([&] { CheckFamilies(scenario, types); }); };
    EXPECT_EQ(check(), "");
    types.at("backhaul").cargo = LinkCargo::OnlyIpv4;
    types.at("backhaul").name = "cellular";
    EXPECT_EQ(check(),
              "s.yaml:5:13: links.local.type: 'lr-wpan' carries only IPv6 packets, and 'cellular' "
              "of links.backhaul only IPv4 packets, expected all links to carry the same");
}

TEST(NetworkFit, OneLinkOfIpv6MakesAllOfIpv6)
{
    const auto choose = [](const Scenario& scenario, const nn::NetworkDescription& network) {
        return ChooseLayer(scenario, network).packets;
    };
    Scenario scenario = MakeScenario();
    EXPECT_EQ(choose(scenario, Describe(2, {1})), NetworkLayer::Packets::Ipv4);
    scenario.links["edge"] = MakeLinkSettings("lr-wpan", "edge");
    EXPECT_EQ(choose(scenario, Describe(2, {1})), NetworkLayer::Packets::Ipv4); // has no edges
    EXPECT_EQ(choose(scenario, Describe(2, {1}, {{0, 1}})), NetworkLayer::Packets::Ipv6);
    scenario.transport = "tcp";
    EXPECT_EQ(choose(scenario, Describe(2, {1}, {{0, 1}})), NetworkLayer::Packets::Ipv6);
    scenario.transport = "link";
    EXPECT_EQ(choose(scenario, Describe(2, {1})), NetworkLayer::Packets::BareFrames);
}

TEST(NetworkFit, DataSetMustHaveTheCamerasAndClasses)
{
    Scenario scenario = MakeScenario();
    scenario.file = "s.yaml";
    scenario.network = "n.npz";
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(3, {1}), MakeNoise(2)); }),
              "s.yaml: network: 'n.npz' uses camera 3, data set 'noise' has 2");
    nn::NetworkDescription four = Describe(2, {1});
    four.classes.emplace_back("bicycle");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, four, MakeNoise(2)); }),
              "s.yaml: network: 'n.npz' has 4 classes, data set 'noise' has 3");
    nn::NetworkDescription large = Describe(2, {1});
    large.view.width = 64;
    EXPECT_EQ(GetError([&] { CheckFit(scenario, large, MakeNoise(2)); }),
              "s.yaml: network: 'n.npz' and data set 'noise' have views of different shape");
    EXPECT_EQ(GetError([&] { CheckFit(scenario, Describe(2, {1}), MakeNoise(2)); }), "");
}
