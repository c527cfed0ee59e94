// SPDX-License-Identifier: GPL-2.0-only
// Failures of wifi, lr-wpan and lte: what is sent, what arrives, what it costs. Frames of scores as
// in the tests of the link types.
#include "connect-power.h"
#include "count-frames.h"
#include "simulator/links/lr-wpan-link.h"
#include "simulator/links/lte-link.h"
#include "wifi-star.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

using namespace simulator;
using ns3::MicroSeconds;
using ns3::MilliSeconds;
using ns3::Seconds;
using ns3::ddnn::EnergyCause;

namespace
{

using Times = std::vector<int>;

/// mcs0, the most robust; lr-wpan and lte as they are.
LinkSettings
MakeRadio(const std::string& type)
{
    if (type == "wifi")
    {
        WifiSettings settings = MakeWifiSettings("infrastructure");
        settings.modulation = "mcs0";
        return {"wifi", settings};
    }
    return MakeLinkSettings(type, "local");
}

InterfaceProfile
MakeProfile()
{
    InterfaceProfile profile;
    profile.sendPowerWatt = 0.2;
    profile.receivePowerWatt = 0.1;
    return profile;
}

/// Two devices and their gateway on a medium that fails. Addresses and neighbours are known, and
/// stations are associated, after 5 s.
class FailingStar : public Star
{
  public:
    explicit FailingStar(const LinkSettings& settings)
        : Star(settings, 2), m_set(medium.prepareFailures())
    {
        for (std::uint32_t device = 0; device < 2; ++device)
        {
            SendUp(Seconds(3) + MilliSeconds(100 * device), device, 12);
        }
        Run(Seconds(5));
        start = ns3::Simulator::Now();
        arrivals.clear();
    }

    static void Run(ns3::Time time)
    {
        ns3::Simulator::Stop(time);
        ns3::Simulator::Run();
    }

    /// \param begin, end milliseconds from now
    void Fail(int begin, int end, const LinkCondition& condition) const
    {
        ns3::Simulator::Schedule(MilliSeconds(begin), [this, condition] { m_set(condition); });
        ns3::Simulator::Schedule(MilliSeconds(end), [this] { m_set({}); });
    }

    /// Every 100 ms, one device 50 ms behind the other. \return when each message was sent that has
    /// arrived, in milliseconds
    Times SendEvery100Milliseconds(int messages)
    {
        for (int i = 0; i < messages; ++i)
        {
            SendUp(MilliSeconds(100 * i), 0, 12);
            SendUp(MilliSeconds(100 * i + 50), 1, 12);
        }
        Run(MilliSeconds(100 * messages + 100));
        Times times;
        for (const Arrival& arrival : arrivals)
        {
            const ns3::Time sent = arrival.time - arrival.message.account.network;
            times.push_back(static_cast<int>((sent - start).GetMilliSeconds()));
        }
        std::sort(times.begin(), times.end());
        return times;
    }

    ns3::Time start;

  private:
    SetLinkCondition m_set;
};

LinkCondition
Lose(double share)
{
    LinkCondition condition;
    condition.loss = share;
    return condition;
}

LinkCondition
Weaken(double decibels)
{
    LinkCondition condition;
    condition.pathLoss = decibels;
    return condition;
}

/// Times of 20 messages, one every 50 ms, but for those of [begin, end).
Times
AllBut(int begin, int end)
{
    Times times;
    for (int time = 0; time < 1000; time += 50)
    {
        if (time < begin || time >= end)
        {
            times.push_back(time);
        }
    }
    return times;
}

/// Sending times of the messages that arrive if the link is in a condition from 280 ms on.
Times
GetArrivals(const std::string& type, int end, const LinkCondition& condition, int messages)
{
    FailingStar star(MakeRadio(type));
    star.Fail(280, end, condition);
    return star.SendEvery100Milliseconds(messages);
}

class RadioFailureTest : public testing::TestWithParam<const char*>
{
};

/// What a device sends, and what it costs, when nothing can arrive.
struct LostSending
{
    explicit LostSending(const std::string& type)
    {
        FailingStar star(MakeRadio(type));
        CountFrames down;
        star.medium.listen(star.medium.lower[0], up, down);
        const auto energy = ConnectPower(star.medium, star.medium.lower[0], MakeProfile());
        star.Fail(0, 1000, Lose(1));
        star.SendUp(MilliSeconds(100), 0, 12);
        star.Run(Seconds(1));
        arrivals = star.arrivals.size();
        sendJoules = energy->GetJoules(EnergyCause::RadioSend, ns3::Simulator::Now());
    }

    CountFrames up;
    std::size_t arrivals = 0;
    double sendJoules = 0;
};

} // namespace

TEST_P(RadioFailureTest, WhileTheLinkIsDownNothingArrivesAndBehindItAllDoes)
{
    // Down from 280 to 580 ms: messages of 300 to 550 ms are lost. That of 250 ms has arrived, 30
    // ms later (lte: 12 ms and 15 ms), those that were given up are not sent any more: lr-wpan
    // repeats for 4 x (2240 + 320 + 1824 + 864 us) = 21 ms at most.
    EXPECT_EQ(GetArrivals(GetParam(), 580, Lose(1), 10), AllBut(300, 600));
}

TEST_P(RadioFailureTest, AFailureThatLosesNothingChangesNoDraw)
{
    const auto getTimes = [](double loss, bool fails) {
        LinkSettings settings = MakeRadio(GetParam());
        if (auto* const wifi = std::any_cast<WifiSettings>(&settings.values))
        {
            wifi->loss = loss;
        }
        else if (auto* const lrWpan = std::any_cast<LrWpanSettings>(&settings.values))
        {
            lrWpan->loss = loss;
        }
        else
        {
            std::any_cast<LteSettings&>(settings.values).loss = loss;
        }
        FailingStar star(settings);
        if (fails)
        {
            star.Fail(0, 500, Lose(1e-12));
        }
        star.SendEvery100Milliseconds(10);
        std::vector<ns3::Time> times;
        for (const Star::Arrival& arrival : star.arrivals)
        {
            times.push_back(arrival.time);
        }
        return times;
    };
    EXPECT_EQ(getTimes(0.3, true), getTimes(0.3, false));
    EXPECT_NE(getTimes(0, true), getTimes(0.3, true));
}

INSTANTIATE_TEST_SUITE_P(Types, RadioFailureTest, testing::Values("wifi", "lr-wpan", "lte"));

TEST(RadioFailure, ADownWifiIsSentToSevenTimesAndDrawsPower)
{
    // At mcs0 a symbol has 26 bits: 790 bits are 31 symbols, 36 + 124 = 160 us, seven times in vain
    // at 0.2 W. Nobody acknowledges.
    const LostSending lost("wifi");
    EXPECT_EQ(lost.arrivals, 0U);
    EXPECT_EQ(lost.up.bytes, std::vector<std::uint32_t>(7, 96));
    EXPECT_EQ(lost.up.airTime, MicroSeconds(7 * 160));
    EXPECT_EQ(lost.up.dropped, 1U);
    EXPECT_NEAR(lost.sendJoules, 0.2 * 7 * 160e-6, 1e-12);
}

TEST(RadioFailure, ADownLrWpanIsSentToFourTimesAndDrawsPower)
{
    const LostSending lost("lr-wpan");
    EXPECT_EQ(lost.arrivals, 0U);
    EXPECT_EQ(lost.up.bytes, std::vector<std::uint32_t>(4, 51));
    EXPECT_EQ(lost.up.dropped, 1U);
    EXPECT_NEAR(lost.sendJoules, 0.2 * 4 * 1824e-6, 1e-12);
}

TEST(RadioFailure, ADownLteLosesPacketsBehindTheRadio)
{
    // The block of 62 bytes is sent once, and acknowledged by the eNB.
    FailingStar star(MakeRadio("lte"));
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.upper, down, up);
    star.medium.listen(star.medium.lower[0], up, down);
    star.Fail(0, 1000, Lose(1));
    star.SendUp(MilliSeconds(100), 0, 12);
    star.Run(Seconds(1));
    EXPECT_TRUE(star.arrivals.empty());
    EXPECT_EQ(up.bytes, std::vector<std::uint32_t>{62});
    EXPECT_EQ(up.dropped, 1U);
}

TEST(RadioFailure, ALossyWifiRepeatsFramesWithData)
{
    // As WifiLink.WhatIsLostIsRepeatedUntilItArrivesOrIsGivenUp: of 100 messages, 198.4 frames on
    // average, deviation 14.2; acknowledgements are never lost.
    FailingStar star(MakeRadio("wifi"));
    CountFrames up;
    CountFrames down;
    star.medium.listen(star.medium.lower[0], up, down);
    CountFrames ups;
    star.medium.listen(star.medium.upper, down, ups);
    star.Fail(0, 20'000, Lose(0.5));
    for (int i = 0; i < 100; ++i)
    {
        star.SendUp(MilliSeconds(100 * i), 0, 12);
    }
    star.Run(Seconds(11));
    EXPECT_NEAR(static_cast<double>(up.bytes.size()), 198.4, 4 * 14.2);
    EXPECT_EQ(up.dropped, 100 - star.arrivals.size());
    EXPECT_EQ(std::count(down.kinds.begin(), down.kinds.end(), Frame::Kind::Acknowledgement),
              static_cast<std::ptrdiff_t>(star.arrivals.size()));
}

TEST(RadioFailure, AWeakerSignalIsFoundDownToTheLimitOfTheRadio)
{
    // wifi at 30 m: 16 - 46.7 - 30 log(30) = -75.0 dBm, found down to -82 dBm. lr-wpan at 10 m: 0 -
    // 40.1 - 30 log(10) = -70.1 dBm over a noise of -174 + 10 log(2e6) = -111 dBm: 30 dB less are
    // well above, 60 dB less far below.
    for (const auto& [type, well, lost] :
         {std::tuple{"wifi", 6.5, 7.5}, std::tuple{"lr-wpan", 30.0, 60.0}})
    {
        EXPECT_EQ(GetArrivals(type, 580, Weaken(well), 10), AllBut(0, 0)) << type;
        EXPECT_EQ(GetArrivals(type, 580, Weaken(lost), 10), AllBut(300, 600)) << type;
    }
}

TEST(RadioFailure, AUeWithoutSignalKeepsItsPacketsUntilItLosesItsConnection)
{
    // At 200 m: -39 - 30 log(200) = -108 dB; the eNB hears 23 - 108 = -85 dBm over a noise of -174
    // + 10 log(9e6) + 5 = -99 dBm: not with 60 dB less. The buffer of RLC holds what is not
    // granted: what was sent within 1.7 s comes later. After 6 x 200 ms of bad signal (N310) and
    // T310, 1 s, the UE leaves its connection, and all that it kept is lost; when the signal is
    // back, it finds the cell and attaches again, in less than 500 ms.
    const auto count = [](const Times& times, int begin, int end) {
        return std::count_if(
            times.begin(), times.end(), [&](int time) { return time >= begin && time < end; });
    };
    EXPECT_EQ(count(GetArrivals("lte", 2000, Weaken(60), 40), 0, 4000), 80);
    const Times times = GetArrivals("lte", 2780, Weaken(60), 40);
    EXPECT_EQ(count(times, 0, 300), 6);
    EXPECT_EQ(count(times, 300, 2800), 0);
    EXPECT_EQ(count(times, 3300, 4000), 14);
}

TEST(RadioFailure, AnLteThatDegradesHasAnotherCoreNetwork)
{
    // 60 bytes on the core link: at 1 Gbit/s 0.48 us and 15 ms; at 10 kbit/s 48 ms and 30 ms.
    FailingStar star(MakeRadio("lte"));
    LinkCondition condition;
    condition.rate = ns3::DataRate(10'000);
    condition.delay = MilliSeconds(30);
    star.Fail(150, 250, condition);
    for (const int time : {0, 200, 400})
    {
        star.SendUp(MilliSeconds(time) + MicroSeconds(500), 0, 12);
    }
    star.Run(Seconds(1));
    ASSERT_EQ(star.arrivals.size(), 3U);
    const auto getNetwork = [&star](std::size_t i) {
        return star.arrivals[i].message.account.network;
    };
    EXPECT_EQ(getNetwork(2), getNetwork(0));
    EXPECT_EQ(getNetwork(1) - getNetwork(0), MilliSeconds(48 + 30 - 15) - ns3::NanoSeconds(480));
}
