// SPDX-License-Identifier: GPL-2.0-only
// Profiles that a scenario defines.
#include "simulator/scenario/processor-profiles.h"
#include "tests/simulator/parse-text.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

const std::string whole = "{binary_rate: 2e9, real_rate: 4e8, fixed_cost: 20us, idle_power: 15mW, "
                          "busy_power: 90mW, source: data sheet X}";

} // namespace

TEST(ProfileKeys, AProcessorOfTheUsersOwn)
{
    const Scenario scenario =
        ParseText("processors: {device: my-npu}\nprofiles: {my-npu: " + whole + "}\n");
    const ProcessorProfile& device = scenario.deviceProcessor;
    EXPECT_EQ(device.name, "my-npu");
    EXPECT_EQ(device.binaryRate, 2e9);
    EXPECT_EQ(device.realRate, 4e8);
    EXPECT_EQ(device.fixedCost, ns3::MicroSeconds(20));
    EXPECT_EQ(device.idlePowerWatt, 0.015);
    EXPECT_EQ(device.busyPowerWatt, 0.09);
    EXPECT_EQ(device.source, "data sheet X");
    EXPECT_EQ(scenario.gatewayProcessor.name, "raspberry-pi-4");
}

TEST(ProfileKeys, ABaseGivesWhatIsNotThere)
{
    // The base stands behind what changes it.
    const Scenario scenario =
        ParseText("profiles:\n"
                  "  slow: {real_rate: 1e6, base: cortex-m4, source: assumed}\n"
                  "processors: {edge: slow, gateway: slow}\n");
    const ProcessorProfile& base = *FindProcessorProfile("cortex-m4");
    for (const ProcessorProfile& one : {scenario.edgeProcessor, scenario.gatewayProcessor})
    {
        EXPECT_EQ(one.realRate, 1e6);
        EXPECT_EQ(one.binaryRate, base.binaryRate);
        EXPECT_EQ(one.fixedCost, base.fixedCost);
        EXPECT_EQ(one.idlePowerWatt, base.idlePowerWatt);
        EXPECT_EQ(one.busyPowerWatt, base.busyPowerWatt);
        EXPECT_EQ(one.source, "assumed");
    }
}

TEST(ProfileKeys, AnInterfaceOfTheUsersOwn)
{
    const Scenario scenario = ParseText(
        "links: {local: {type: p2p, interface: bus}, edge: {interface: phy}}\n"
        "interfaces:\n"
        "  bus: {idle_power: 1mW, send_power: 20mW, receive_power: 10mW, source: assumed}\n"
        "  phy: {base: ethernet-100, idle_power: 110mW, source: assumed}\n");
    EXPECT_EQ(scenario.links.at("local").interface.idlePowerWatt, 0.001);
    EXPECT_EQ(scenario.links.at("local").interface.sendPowerWatt, 0.02);
    EXPECT_EQ(scenario.links.at("local").interface.receivePowerWatt, 0.01);
    EXPECT_EQ(scenario.links.at("edge").interface.idlePowerWatt, 0.11);
    EXPECT_EQ(scenario.links.at("backhaul").interface.name, "ethernet-100");
    EXPECT_EQ(scenario.links.at("backhaul").interface.idlePowerWatt, 0.3);
}

TEST(ProfileKeys, SettingsReachThem)
{
    const Scenario scenario = ParseText("profiles: {x: {base: cortex-m4, source: assumed}}\n",
                                        {"profiles.x.busy_power=1W",
                                         "profiles.x.base=cortex-m7",
                                         "profiles.y.base=jetson-nano",
                                         "profiles.y.source=assumed",
                                         "processors.device=x",
                                         "processors.edge=y"});
    EXPECT_EQ(scenario.deviceProcessor.busyPowerWatt, 1);
    EXPECT_EQ(scenario.deviceProcessor.realRate, FindProcessorProfile("cortex-m7")->realRate);
    EXPECT_EQ(scenario.edgeProcessor.realRate, FindProcessorProfile("jetson-nano")->realRate);
}

TEST(ProfileKeys, TheyAreWrittenOut)
{
    const Scenario scenario = ParseText("profiles: {a: " + whole +
                                        ", b: {base: cortex-m4, real_rate: 3, source: assumed}}\n"
                                        "interfaces: {c: {base: ethernet-10, source: assumed}}\n"
                                        "processors: {device: a, cloud: b}\n"
                                        "links: {metro: {interface: c}}\n"
                                        "batteries: {device: {capacity: 2Wh}}\n");
    const std::string text = FormatScenario(scenario);
    const Scenario copy = ParseScenario(TemporaryFile("c.yaml", text).GetPath(), {});
    EXPECT_EQ(FormatScenario(copy), text);
    EXPECT_EQ(copy.cloudProcessor.realRate, 3);
    EXPECT_EQ(copy.links.at("metro").interface.name, "c");
    EXPECT_EQ(copy.batteries.at("device"), 7200.0);
    EXPECT_FALSE(copy.batteries.at("edge"));
}

TEST(ProfileKeys, WhatIsMissingIsNamedWithThePlaceOfTheProfile)
{
    EXPECT_EQ(GetTextError("profiles:\n  x: {binary_rate: 1e9, source: assumed}\n"),
              "c.yaml:3:6: missing key 'profiles.x.real_rate', expected a number such as 0.5");
    EXPECT_EQ(GetTextError("profiles: {x: {base: cortex-m4}}\n"),
              "c.yaml:2:15: missing key 'profiles.x.source', expected a name of 1 to 100 bytes");
    EXPECT_EQ(GetTextError("interfaces: {x: {idle_power: 1W, send_power: 1W, source: assumed}}\n"),
              "c.yaml:2:17: missing key 'interfaces.x.receive_power', expected a power such as "
              "20mW");
    EXPECT_EQ(GetTextError("", {"profiles.x.idle_power=1W"}),
              "c.yaml:1:1: missing key 'profiles.x.binary_rate', expected a number such as 0.5");
}

TEST(ProfileKeys, BadNamesAreRefused)
{
    EXPECT_EQ(GetTextError("profiles: {cortex-m4: {base: cortex-m7}}\n"),
              "c.yaml:2:12: 'cortex-m4' is the name of a built-in profile, expected another");
    EXPECT_EQ(GetTextError("profiles: {a b: {base: cortex-m7}}\n"),
              "c.yaml:2:12: 'a b' is not a name of a profile, expected 1 to 40 letters, digits, "
              "'-' or '_'");
    EXPECT_EQ(
        GetTextError("profiles: {<name>: {base: cortex-m7}}\n").rfind("c.yaml:2:12: '<name>'"), 0U);
    EXPECT_EQ(GetTextError("interfaces: {[a]: {}}\n").rfind("c.yaml:2:14: '' is not a name"), 0U);
    EXPECT_EQ(
        GetTextError("", {"profiles..base=cortex-m7"}).rfind("--set profiles..base=cortex-m7: ''"),
        0U);
}

TEST(ProfileKeys, OtherThingsThanMapsAreRefused)
{
    EXPECT_EQ(GetTextError("profiles: fast\n"), "c.yaml:2:11: profiles: expected a map by name");
    EXPECT_EQ(GetTextError("profiles: [x]\n"), "c.yaml:2:11: profiles: expected a map by name");
    EXPECT_NE(GetTextError("profiles:\nseed: 1\n"), "accepted");
    EXPECT_EQ(GetTextError("profiles: {x: 1}\n").rfind("c.yaml:2:15: profiles.x: expected a map"),
              0U);
    EXPECT_EQ(GetTextError("profiles: {x: {speed: 1}}\n").rfind("c.yaml:2:16: unknown key 'speed'"),
              0U);
    EXPECT_EQ(GetTextError("profiles:\n  x: " + whole + "\n  x: " + whole + "\n"),
              "c.yaml:4:3: duplicate key 'x'");
}

TEST(ProfileKeys, AProfileThatIsNotThereIsSuggested)
{
    EXPECT_EQ(GetTextError("profiles: {my-npu: " + whole + "}\nprocessors: {device: my-npv}\n"),
              "c.yaml:3:22: processors.device: unknown value 'my-npv', did you mean 'my-npu'?");
}

TEST(ProfileKeys, TheirGroupsAreKnownWhenTheyAreEmpty)
{
    EXPECT_EQ(GetTextError("profile: {}\n"),
              "c.yaml:2:1: unknown key 'profile', did you mean "
              "'profiles'?");
    EXPECT_EQ(GetTextError("profiles: {}\ninterfaces: {}\n"), "accepted");
}
