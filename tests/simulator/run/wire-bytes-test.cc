// SPDX-License-Identifier: GPL-2.0-only
// Bytes on the wire by kind. On a point-to-point link a frame has 2 bytes of PPP, 20 of IPv4, 20 of
// TCP and 12 of timestamps: an empty segment has 54 bytes. SYN and its answer have 16 bytes of
// options (timestamps 10, window scale 3, SACK permitted 2, padding 1): 58 bytes. In the stream, 24
// bytes stand before every payload: framing 6, MessageHeader 18.
#include "simulator/links/p2p-link.h"
#include "simulator/run/simulation.h"
#include "small-world.h"
#include "star-count.h"

#include <ns3/error-model.h>
#include <ns3/pointer.h>

#include <gtest/gtest.h>

#include <list>
#include <map>
#include <utility>

using namespace simulator;
using ns3::MilliSeconds;
using ns3::Seconds;

namespace
{

using Rows = std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>;

/// Bytes and packets by kind; a kind without a frame has no row.
Rows
GetRows(const LinkCounter& counter)
{
    Rows rows;
    for (const analysis::LinkRecord& row : counter.GetRecords("local-1", "up", Seconds(10)))
    {
        if (row.packets > 0)
        {
            rows[row.kind] = {row.bytes, row.packets};
        }
    }
    return rows;
}

LinkSettings
MakeP2p(double loss = 0)
{
    return {"p2p", P2pSettings{ns3::DataRate(10'000'000), MilliSeconds(1), loss}};
}

/// Loses frames that arrive at a device, by their number from 0.
void
Lose(const ns3::Ptr<ns3::NetDevice>& device, const std::list<std::uint32_t>& numbers)
{
    auto model = ns3::CreateObject<ns3::ReceiveListErrorModel>();
    model->SetList(numbers);
    device->SetAttribute("ReceiveErrorModel", ns3::PointerValue(model));
}

} // namespace

TEST(WireBytes, OneMessageOverTcp)
{
    // Up: SYN, the last part of the handshake, a segment with 12 bytes of scores: 54 + 24 around
    // them. Down: the answer to SYN; an acknowledgement of the scores.
    Star star(MakeP2p(), 1, "tcp");
    const StarCount count(star, Seconds(0));
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    EXPECT_EQ(GetRows(count.up),
              (Rows{{"control", {58, 1}},
                    {"ack", {54, 1}},
                    {"payload", {12, 1}},
                    {"header", {78, 1}},
                    {"total", {202, 3}}}));
    EXPECT_EQ(GetRows(count.down),
              (Rows{{"control", {58, 1}}, {"ack", {54, 1}}, {"total", {112, 2}}}));
}

TEST(WireBytes, OneMessageOverUdp)
{
    // 12 bytes of scores; PPP 2, IPv4 20, UDP 8, MessageHeader 18.
    Star star(MakeP2p(), 1);
    const StarCount count(star, Seconds(0));
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    EXPECT_EQ(GetRows(count.up),
              (Rows{{"payload", {12, 1}}, {"header", {48, 1}}, {"total", {60, 1}}}));
    EXPECT_TRUE(GetRows(count.down).empty());
}

TEST(WireBytes, ARawImageInPartsOverTcp)
{
    // 3072 + 24 = 1448 + 1448 + 200 bytes of the stream: 3 x 54 + 24 bytes that are no payload.
    Star star(MakeP2p(), 1, "tcp");
    const StarCount count(star, Seconds(1));
    star.SendUp(Seconds(0), 0, 12);
    star.SendUp(Seconds(2), 0, 3072);
    ns3::Simulator::Run();
    const Rows up = GetRows(count.up);
    EXPECT_EQ(up.at("payload"), std::pair(3072UL, 3UL));
    EXPECT_EQ(up.at("header"), std::pair(186UL, 3UL));
    EXPECT_EQ(up.at("warmup"), std::pair(202UL, 3UL)); // as in OneMessageOverTcp
    EXPECT_EQ(up.count("control") + up.count("retransmission"), 0U);
}

TEST(WireBytes, WhatTcpSendsAgainIsNoPayload)
{
    // The third frame that the upper node should get, with the scores, is lost. They come again in
    // a segment of 12 + 78 bytes when the timer expires, and are acknowledged.
    Star star(MakeP2p(), 1, "tcp");
    Lose(star.medium.upper, {2});
    const StarCount count(star, Seconds(0));
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(GetRows(count.up),
              (Rows{{"control", {58, 1}},
                    {"ack", {54, 1}},
                    {"payload", {12, 1}},
                    {"header", {78, 1}},
                    {"retransmission", {90, 1}},
                    {"total", {292, 4}}}));
    EXPECT_EQ(GetRows(count.down),
              (Rows{{"control", {58, 1}}, {"ack", {54, 1}}, {"total", {112, 2}}}));
}

TEST(WireBytes, WhatTcpSendsAgainThoughItArrivedIsNoPayload)
{
    // The acknowledgement of the scores is lost, the second frame that the lower node should get:
    // they come again, and are acknowledged again.
    Star star(MakeP2p(), 1, "tcp");
    Lose(star.medium.lower[0], {1});
    const StarCount count(star, Seconds(0));
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(GetRows(count.up).at("payload"), std::pair(12UL, 1UL));
    EXPECT_EQ(GetRows(count.up).at("retransmission"), std::pair(90UL, 1UL));
    EXPECT_EQ(GetRows(count.down).at("ack"), std::pair(2 * 54UL, 2UL));
}

TEST(WireBytes, OverLossyLinksTcpSendsPayloadOnce)
{
    // Features of two devices go to the cloud over the gateway; only the local links lose frames.
    // There the payload is what the devices have sent. What they send again is so on the backhaul,
    // too, though the first time it may not have got there.
    Scenario scenario = MakeScenario();
    scenario.transport = "tcp";
    scenario.localThreshold = 0;
    scenario.escalation = "eager";
    GetP2p(scenario, "local").loss = 0.1;
    const nn::MultiViewDataSet dataset = MakeNoise(2);
    const analysis::RunRecord run =
        Simulate(scenario, *MakeNetwork(Describe(2, {4}), dataset), dataset, 1);
    std::map<std::string, std::uint64_t> up;
    for (const analysis::LinkRecord& row : run.links)
    {
        if (row.direction == "up")
        {
            up[row.link.substr(0, row.link.find('-')) + " " + row.kind] += row.bytes;
        }
    }
    std::uint64_t payload = 0;
    for (const analysis::SampleRecord& sample : run.samples)
    {
        payload += sample.payloadBytes;
    }
    constexpr std::uint64_t scores = 20UL * 2 * 12;
    EXPECT_EQ(up.at("local payload"), payload);
    EXPECT_LT(up.at("backhaul payload") + scores, up.at("local payload"));
    EXPECT_GT(up.at("local retransmission"), 0U);
    EXPECT_GT(up.at("backhaul retransmission"), 0U);
}
