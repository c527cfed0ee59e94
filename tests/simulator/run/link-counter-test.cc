// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-payload-tag.h"
#include "simulator/run/link-counter.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <utility>
#include <vector>

using namespace simulator;
using ns3::MicroSeconds;

namespace
{

/// A frame of 60 bytes of headers around so much payload; 10 us long.
Frame
MakeFrame(Frame::Kind kind, std::uint32_t payload)
{
    auto packet = ns3::Create<ns3::Packet>(payload);
    if (payload > 0)
    {
        packet->AddByteTag(ns3::ddnn::PayloadTag());
    }
    packet->AddAtEnd(ns3::Create<ns3::Packet>(60));
    return {packet, MicroSeconds(10), kind};
}

/// Bytes and packets of each kind that has a row.
std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>
GetRows(const LinkCounter& counter)
{
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> rows;
    for (const analysis::LinkRecord& row : counter.GetRecords("local-1", "up", MicroSeconds(100)))
    {
        rows[row.kind] = {row.bytes, row.packets};
    }
    return rows;
}

} // namespace

TEST(LinkCounter, WhatTheLinkRepeatsAndAcknowledgesIsNeitherPayloadNorControl)
{
    // 12 B of payload in 72 B, sent twice; 60 B without payload; two acknowledgements of 60 B.
    TrafficBySecond traffic;
    LinkCounter counter(traffic);
    counter.SetFirstCapture(MicroSeconds(0));
    counter.Send(MakeFrame(Frame::Kind::Original, 12));
    counter.Send(MakeFrame(Frame::Kind::Retransmission, 12));
    counter.Send(MakeFrame(Frame::Kind::Original, 0));
    counter.Send(MakeFrame(Frame::Kind::Acknowledgement, 0));
    counter.Send(MakeFrame(Frame::Kind::Acknowledgement, 0));
    const auto rows = GetRows(counter);
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows.at("payload"), std::pair(12UL, 1UL));
    EXPECT_EQ(rows.at("header"), std::pair(60UL, 1UL));
    EXPECT_EQ(rows.at("control"), std::pair(60UL, 1UL));
    EXPECT_EQ(rows.at("retransmission"), std::pair(72UL, 1UL));
    EXPECT_EQ(rows.at("ack"), std::pair(120UL, 2UL));
    EXPECT_EQ(rows.at("total"), std::pair(324UL, 5UL));
}

TEST(LinkCounter, ALinkThatRepeatsNothingHasNoRowsForIt)
{
    TrafficBySecond traffic;
    LinkCounter counter(traffic);
    counter.SetFirstCapture(MicroSeconds(0));
    counter.Send(MakeFrame(Frame::Kind::Original, 12));
    const auto rows = GetRows(counter);
    EXPECT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows.count("retransmission") + rows.count("ack"), 0U);
}

TEST(LinkCounter, EveryKindIsAirTime)
{
    // Five frames of 10 us in 100 us, whatever they are.
    TrafficBySecond traffic;
    LinkCounter counter(traffic);
    counter.SetFirstCapture(MicroSeconds(0));
    for (int i = 0; i < 5; ++i)
    {
        counter.Send(
            MakeFrame(i % 2 == 0 ? Frame::Kind::Retransmission : Frame::Kind::Original, 0));
    }
    const auto records = counter.GetRecords("local-1", "up", MicroSeconds(100));
    EXPECT_EQ(records.back().kind, "total");
    EXPECT_NEAR(records.back().utilization.value_or(-1), 0.5, 1e-12);
}

TEST(LinkCounter, AllLinksTogetherCountBySecond)
{
    // The first capture is at 2 s. Two links send 72 B with 12 B of payload each: at 1.9 s
    // (warm-up: not counted), at 2 s, and just before 3 s; at 3 s and at 6.5 s one sends 60 B
    // without payload, at 6.5 s the other one sends its 72 B again.
    using ns3::Simulator;
    TrafficBySecond traffic;
    LinkCounter one(traffic);
    LinkCounter other(traffic);
    traffic.Begin(ns3::Seconds(2));
    one.SetFirstCapture(ns3::Seconds(2));
    other.SetFirstCapture(ns3::Seconds(2));
    const auto send = [](ns3::Time at, LinkCounter& counter, Frame::Kind kind, std::uint32_t size) {
        Simulator::Schedule(at, [&counter, frame = MakeFrame(kind, size)] { counter.Send(frame); });
    };
    for (const ns3::Time& at : {ns3::Seconds(1.9), ns3::Seconds(2), ns3::NanoSeconds(2999999999)})
    {
        send(at, one, Frame::Kind::Original, 12);
        send(at, other, Frame::Kind::Original, 12);
    }
    send(ns3::Seconds(3), one, Frame::Kind::Original, 0);
    send(ns3::Seconds(6.5), one, Frame::Kind::Original, 0);
    send(ns3::Seconds(6.5), other, Frame::Kind::Retransmission, 12);
    Simulator::Run();
    Simulator::Destroy();
    const std::vector<std::array<std::uint64_t, 3>> expected = {
        {0, 4 * 72, 4 * 12}, {1, 60, 0}, {4, 60 + 72, 0}};
    ASSERT_EQ(traffic.GetRecords().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
    {
        EXPECT_EQ(traffic.GetRecords()[i].second, static_cast<std::int64_t>(expected[i][0]));
        EXPECT_EQ(traffic.GetRecords()[i].wireBytes, expected[i][1]);
        EXPECT_EQ(traffic.GetRecords()[i].payloadBytes, expected[i][2]);
    }
}
