// SPDX-License-Identifier: GPL-2.0-only
// Closed forms of a point-to-point link: bytes x 8 / rate + delay, whatever the message.
//
// 48 bytes come before every payload: 18 MessageHeader, 8 UDP, 20 IPv4 (or 28 without an IP stack),
// 2 PPP. All links: 1 Mbit/s, so 8 us a byte, and 10 ms.
#include "count-frames.h"
#include "simulator/links/p2p-link.h"
#include "star.h"

#include <gtest/gtest.h>

#include <tuple>

using namespace simulator;
using ns3::DataRate;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::Seconds;
using ns3::ddnn::Message;
using ns3::ddnn::MessageType;

namespace
{

LinkSettings
MakeP2p(const DataRate& rate = DataRate(1'000'000))
{
    return {"p2p", P2pSettings{rate, MilliSeconds(10)}};
}

struct Kind
{
    const char* name;
    MessageType type;
    std::size_t payload;
    std::vector<std::uint32_t> frames; //!< bytes of each
    ns3::Time time;                    //!< from send to last byte received
};

void
PrintTo(const Kind& kind, std::ostream* stream)
{
    *stream << kind.name;
}

Message
MakeMessage(MessageType type, std::size_t payload, std::uint32_t sample = 0)
{
    Message message;
    message.type = type;
    message.id.sample = sample;
    message.payload.resize(payload);
    return message;
}

// 3 classes, 4 bytes each; 4 filters of 16 x 16 activations, a bit each; 3 x 32 x 32 pixels: parts
// of 1500 - 20 - 8 - 18 = 1454 bytes, 1454 + 1454 + 164; they leave back to back, and the last one
// makes the message whole.
const std::vector<Kind> kinds = {
    {"Scores", MessageType::Scores, 12, {60}, MicroSeconds(60 * 8 + 10000)},
    {"Features", MessageType::Features, 128, {176}, MicroSeconds(176 * 8 + 10000)},
    {"RawView",
     MessageType::Features,
     3072,
     {1502, 1502, 212},
     MicroSeconds((1502 + 1502 + 212) * 8 + 10000)},
    {"Escalate", MessageType::Escalate, 0, {48}, MicroSeconds(48 * 8 + 10000)},
    {"Release", MessageType::Release, 0, {48}, MicroSeconds(48 * 8 + 10000)},
    {"Answer", MessageType::Answer, 1, {49}, MicroSeconds(49 * 8 + 10000)},
    {"Hello", MessageType::Hello, 0, {48}, MicroSeconds(48 * 8 + 10000)},
};

class P2pMessage : public testing::TestWithParam<std::tuple<const char*, Kind>>
{
};

INSTANTIATE_TEST_SUITE_P(Each,
                         P2pMessage,
                         testing::Combine(testing::Values("udp", "link"), testing::ValuesIn(kinds)),
                         [](const auto& info) {
                             return std::string(std::get<0>(info.param)) + "_" +
                                    std::get<1>(info.param).name;
                         });

TraceSettings
MakeTrace(TraceRows rows)
{
    TraceSettings trace;
    trace.file = "trace.csv";
    trace.rows = std::make_shared<const TraceRows>(std::move(rows));
    return trace;
}

Star
MakeTracedStar(const DataRate& rate, const TraceSettings& trace)
{
    LinkSettings settings = MakeP2p(rate);
    std::any_cast<P2pSettings&>(settings.values).trace = trace;
    return {settings, 1};
}

} // namespace

TEST_P(P2pMessage, TakesBitsByRatePlusDelay)
{
    const auto& [transport, kind] = GetParam();
    Star star(MakeP2p(), 1, transport);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    std::vector<ns3::Time> hellos;
    Star::GetTransport(star.place.upper)
        ->TraceConnectWithoutContext("Hello",
                                     ns3::Callback<void, const Message&>([&hellos](const Message&) {
                                         hellos.push_back(ns3::Simulator::Now());
                                     }));
    star.SendUp(Seconds(1), 0, MakeMessage(kind.type, kind.payload));
    ns3::Simulator::Run();
    EXPECT_EQ(up.bytes, kind.frames);
    EXPECT_EQ(up.airTime, kind.time - MilliSeconds(10));
    if (kind.type == MessageType::Hello)
    {
        EXPECT_EQ(hellos, std::vector<ns3::Time>{Seconds(1) + kind.time});
        return;
    }
    ASSERT_EQ(star.arrivals.size(), 1U);
    EXPECT_EQ(star.arrivals[0].time, Seconds(1) + kind.time);
    EXPECT_EQ(star.arrivals[0].message.account.network, kind.time);
}

TEST(P2pLink, OfTwoMessagesTheSecondWaitsForTheFirst)
{
    // Features (176 B) and, 500 us later, scores (60 B): the link is busy for 1408 us, so the
    // scores wait for 908 us. They arrive 1408 + 480 us + 10 ms after the beginning.
    Star star(MakeP2p(), 1);
    star.SendUp(Seconds(1), 0, MakeMessage(MessageType::Features, 128, 1));
    star.SendUp(Seconds(1) + MicroSeconds(500), 0, MakeMessage(MessageType::Scores, 12, 2));
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(star.arrivals[0].time, Seconds(1) + MicroSeconds(1408 + 10000));
    EXPECT_EQ(star.arrivals[1].time, Seconds(1) + MicroSeconds(1408 + 480 + 10000));
    EXPECT_EQ(star.arrivals[1].message.account.network, MicroSeconds(908 + 480 + 10000));
}

TEST(P2pLink, LosesBursts)
{
    // Bursts of exactly one frame behind exactly one good frame: of ten messages, five arrive.
    LinkSettings settings = MakeP2p();
    std::any_cast<P2pSettings&>(settings.values).burst = {1, 1, 1};
    Star star(settings, 1);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    for (int i = 0; i < 10; ++i)
    {
        star.SendUp(Seconds(i), 0, 12);
    }
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 5U);
    EXPECT_EQ(star.arrivals[1].time - star.arrivals[0].time, Seconds(2));
    EXPECT_EQ(up.dropped, 5U);
}

TEST(P2pTrace, HoldsFromItsTimeBehindTheFirstCapture)
{
    // 1 Mbit/s until 2 s behind the first capture at 10 s, then 4 Mbit/s: 480 or 120 us.
    const TraceSettings trace =
        MakeTrace({{Seconds(2), DataRate(4'000'000), std::nullopt, std::nullopt}});
    Star star = MakeTracedStar(DataRate(1'000'000), trace);
    star.medium.begin(Seconds(10));
    for (const int time : {2, 10, 11, 13})
    {
        star.SendUp(Seconds(time), 0, 12);
    }
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 4U);
    EXPECT_EQ(star.arrivals[0].time, Seconds(2) + MicroSeconds(10480));
    EXPECT_EQ(star.arrivals[1].time, Seconds(10) + MicroSeconds(10480));
    EXPECT_EQ(star.arrivals[2].time, Seconds(11) + MicroSeconds(10480));
    EXPECT_EQ(star.arrivals[3].time, Seconds(13) + MicroSeconds(10120));
}

TEST(P2pTrace, AFrameUnderWayKeepsItsRateAndTheNextTakesTheNewOne)
{
    // At 100 kbit/s, 60 bytes take 4.8 ms. The rate becomes 1 Mbit/s after 2 ms: the first frame
    // still ends at 4.8 ms, the second, which waited, takes 0.48 ms. The air times say the same.
    const TraceSettings trace =
        MakeTrace({{MilliSeconds(2), DataRate(1'000'000), std::nullopt, std::nullopt}});
    Star star = MakeTracedStar(DataRate(100'000), trace);
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    star.medium.begin(Seconds(0));
    star.SendUp(Seconds(0), 0, 12);
    star.SendUp(Seconds(0), 0, 12);
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(star.arrivals[0].time, MicroSeconds(4800 + 10000));
    EXPECT_EQ(star.arrivals[1].time, MicroSeconds(4800 + 480 + 10000));
    EXPECT_EQ(up.airTimes, (std::vector<ns3::Time>{MicroSeconds(4800), MicroSeconds(480)}));
}

TEST(P2pTrace, ChangesBothDirections)
{
    const TraceSettings trace = MakeTrace({{Seconds(0), DataRate(5'000'000), {}, {}}});
    Star star = MakeTracedStar(DataRate(1'000'000), trace);
    star.medium.begin(Seconds(0));
    ns3::Simulator::Run();
    for (const auto& device : {star.medium.upper, star.medium.lower[0]})
    {
        ns3::DataRateValue rate;
        device->GetAttribute("DataRate", rate);
        EXPECT_EQ(rate.Get(), DataRate(5'000'000));
    }
}

TEST(P2pTrace, BehindAShorterDelayALaterFrameOvertakes)
{
    // The first is under way for 10 ms when the delay becomes 1 ms at 2 ms: it arrives at 10.48 ms.
    // The second, sent at 3 ms, is there at 3 + 0.48 + 1 = 4.48 ms.
    const TraceSettings trace = MakeTrace({{MilliSeconds(2), {}, MilliSeconds(1), {}}});
    Star star = MakeTracedStar(DataRate(1'000'000), trace);
    star.medium.begin(Seconds(0));
    star.SendUp(Seconds(0), 0, MakeMessage(MessageType::Scores, 12, 1));
    star.SendUp(MilliSeconds(3), 0, MakeMessage(MessageType::Scores, 12, 2));
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(star.arrivals[0].message.id.sample, 2U);
    EXPECT_EQ(star.arrivals[0].time, MicroSeconds(4480));
    EXPECT_EQ(star.arrivals[1].time, MicroSeconds(10480));
}

TEST(P2pTrace, LossComesAndGoes)
{
    const TraceSettings trace = MakeTrace({{Seconds(1), {}, {}, 1.0}, {Seconds(2), {}, {}, 0.0}});
    Star star = MakeTracedStar(DataRate(1'000'000), trace);
    star.medium.begin(Seconds(0));
    for (const int milliseconds : {500, 1500, 2500})
    {
        star.SendUp(MilliSeconds(milliseconds), 0, 12);
    }
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 2U);
    EXPECT_EQ(star.arrivals[0].time, MicroSeconds(500000 + 10480));
    EXPECT_EQ(star.arrivals[1].time, MicroSeconds(2500000 + 10480));
}

TEST(P2pTrace, RepeatsItself)
{
    // 1 Mbit/s (480 us) in the first second of every two, 4 Mbit/s (120 us) in the other.
    TraceSettings trace = MakeTrace(
        {{Seconds(0), DataRate(1'000'000), {}, {}}, {Seconds(1), DataRate(4'000'000), {}, {}}});
    trace.repeat = Seconds(2);
    Star star = MakeTracedStar(DataRate(8'000'000), trace);
    star.medium.begin(Seconds(0));
    EXPECT_TRUE(star.medium.isEndless);
    for (int i = 0; i < 6; ++i)
    {
        star.SendUp(MilliSeconds(500 + 1000 * i), 0, 12);
    }
    ns3::Simulator::Stop(Seconds(10));
    ns3::Simulator::Run();
    ASSERT_EQ(star.arrivals.size(), 6U);
    for (int i = 0; i < 6; ++i)
    {
        EXPECT_EQ(star.arrivals[i].time,
                  MilliSeconds(510 + 1000 * i) + MicroSeconds(i % 2 == 0 ? 480 : 120));
    }
}

TEST(P2pTrace, ARepetitionBeforeTheEndIsRefused)
{
    P2pSettings settings{DataRate(1'000'000), MilliSeconds(10)};
    settings.trace = MakeTrace({{Seconds(0), {}, {}, 1.0}, {Seconds(2), {}, {}, 0.0}});
    EXPECT_FALSE(p2pLink.check(settings, 1));
    settings.trace.repeat = Seconds(2);
    const auto refusal = p2pLink.check(settings, 1);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->key, "trace_repeat");
    EXPECT_EQ(refusal->reason, "the trace begins again before it is over, expected more than 2s");
    settings.trace.rows = nullptr;
    EXPECT_EQ(p2pLink.check(settings, 1)->reason,
              "there is no trace to repeat, expected the key trace");
}
