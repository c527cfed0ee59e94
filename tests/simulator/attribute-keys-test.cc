// SPDX-License-Identifier: GPL-2.0-only
// Defaults of ns-3's attributes: what ns-3 would abort at is refused with a sentence.
#include "simulator/scenario/ns3-attribute.h"
#include "tests/simulator/parse-text.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

using namespace simulator;

namespace
{

const std::string mtu = "ns3::PointToPointNetDevice::Mtu";

std::string
GetNameError(const std::string& name)
{
    try
    {
        CheckAttributeName(name);
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "accepted";
}

std::string
GetValueError(const std::string& name, const std::string& text)
{
    try
    {
        CheckAttributeValue(name, text);
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(AttributeKeys, AreReadFromFileAndSettings)
{
    const std::string speed = "ns3::RandomWalk2dMobilityModel::Speed";
    const std::string uniform = "ns3::UniformRandomVariable[Min=0|Max=1.5]";
    const Scenario scenario =
        ParseText("attributes: {" + mtu + ": 1400}\n",
                  {"attributes." + speed + "=" + uniform, "attributes." + mtu + "=1300"});
    EXPECT_EQ(scenario.attributes,
              (std::map<std::string, std::string>{{mtu, "1300"}, {speed, uniform}}));
    const TemporaryFile copy("d.yaml", FormatScenario(scenario));
    EXPECT_EQ(ParseScenario(copy.GetPath(), {}).attributes, scenario.attributes);
}

TEST(AttributeKeys, MessagesSayWhere)
{
    EXPECT_EQ(GetTextError("attributes:\n  ns3::WifiMac::Sid: x\n"),
              "c.yaml:3:3: ns3::WifiMac has no attribute 'Sid', did you mean 'Ssid'?");
    EXPECT_EQ(GetTextError("attributes:\n  " + mtu + ": 70000\n"),
              "c.yaml:3:36: attributes." + mtu +
                  ": ns-3 does not take '70000', expected uint16_t 0:65535");
    EXPECT_EQ(GetTextError("", {"attributes." + mtu + "=x"}),
              "--set attributes." + mtu + "=x: ns-3 does not take 'x', expected uint16_t 0:65535");
    EXPECT_EQ(GetTextError("attributes: 3\n").rfind("c.yaml:2:13: ", 0), 0U);
    EXPECT_EQ(GetTextError("", {"attributes=3"}),
              "--set attributes=3: 'attributes' is a group of keys, expected one of them: "
              "attributes.NAME");
}

TEST(AttributeKeys, NamesThatAreNone)
{
    EXPECT_EQ(GetNameError(mtu), "accepted");
    EXPECT_EQ(GetNameError("ns3::PointToPointNetDevce::Mtu"),
              "unknown class 'ns3::PointToPointNetDevce', did you mean "
              "'ns3::PointToPointNetDevice'?");
    EXPECT_EQ(GetNameError("ns3::Xy::Z"),
              "unknown class 'ns3::Xy', expected one of ns-3 such as ns3::WifiMac");
    EXPECT_EQ(GetNameError("ns3::StaWifiMac::Ssid"),
              "ns3::StaWifiMac has 'Ssid' from ns3::WifiMac, expected ns3::WifiMac::Ssid");
    for (const char* name : {"", "Mtu", "::", "::Mtu", "ns3::", "ns3::WifiMac::", "\n::x"})
    {
        EXPECT_NE(GetNameError(name), "accepted") << name;
    }
}

TEST(AttributeKeys, AttributesThatNoObjectTakesWhenItIsMade)
{
    // A getter only.
    EXPECT_EQ(GetNameError("ns3::WifiMac::VO_Txop"),
              "ns3::WifiMac::VO_Txop cannot be set when an object is made, expected another "
              "attribute");
}

TEST(AttributeKeys, WhatKeysSetIsRefused)
{
    EXPECT_EQ(GetNameError("ns3::CsmaChannel::Delay"),
              "ns3::CsmaChannel::Delay is always set from links.NAME.delay, expected that instead");
    EXPECT_EQ(GetNameError("ns3::TcpSocketBase::Sack"),
              "ns3::TcpSocketBase::Sack is always set by ddnnsim: a default would change nothing");
}

TEST(AttributeKeys, ValuesAtWhichNs3WouldEnd)
{
    // Of these, ns-3.37 itself aborts at "x", "1x" and "5 ms", takes -1 for the greatest number,
    // and refuses the rest.
    const std::string wantMtu = ", expected uint16_t 0:65535";
    for (const char* text : {"x", "1x", "-1", "65536", "1.5"})
    {
        EXPECT_EQ(GetValueError(mtu, text),
                  "ns-3 does not take '" + std::string(text) + "'" + wantMtu);
    }
    const std::string threshold = "ns3::TcpSocket::InitialSlowStartThreshold";
    EXPECT_EQ(GetValueError(threshold, "-1"),
              "ns-3 does not take '-1', expected uint32_t 0:4294967295");
    const std::string gap = "ns3::PointToPointNetDevice::InterframeGap";
    EXPECT_EQ(GetValueError(gap, "5 ms"),
              "ns-3 does not take '5 ms', expected a time such as 10ms");
    EXPECT_EQ(GetValueError(gap, "5ms"), "accepted");
    const std::string socket = "ns3::TcpL4Protocol::SocketType";
    EXPECT_EQ(GetValueError(socket, "ns3::TcpNewReno"), "accepted");
    EXPECT_EQ(GetValueError(socket, "ns3::TcpFoo"),
              "ns-3 does not take 'ns3::TcpFoo', expected TypeId");
    EXPECT_EQ(GetValueError(mtu, std::string(1001, '1')).find("is too long") != std::string::npos,
              true);
}

TEST(AttributeKeys, ObjectsAsValues)
{
    const std::string variable = "ns3::RandomWalk2dMobilityModel::Speed";
    EXPECT_EQ(GetValueError(variable, "ns3::UniformRandomVariable[Min=0|Max=1]"), "accepted");
    for (const char* text : {"ns3::UniformRandomVariable[Min=x]",
                             "ns3::UniformRandomVariable[Mean=1]",
                             "ns3::NoSuchVariable",
                             "ns3::Node"})
    {
        EXPECT_EQ(GetValueError(variable, text),
                  "ns-3 does not take '" + std::string(text) +
                      "', expected a class and its attributes, such as "
                      "ns3::ConstantRandomVariable[Constant=1]");
    }
}
