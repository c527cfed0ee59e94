// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-sample-buffer.h"

#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

Message
MakeFeatures(std::uint32_t site, std::uint32_t sample, std::uint16_t sender = 0)
{
    Message message;
    message.id = {site, sample};
    message.sender = sender;
    return message;
}

} // namespace

TEST(SampleBuffer, GivesBackAllMessagesOfASampleOnce)
{
    SampleBuffer buffer;
    buffer.SetExpired([](SampleId) { ADD_FAILURE() << "nothing is too old"; });
    buffer.Add(MakeFeatures(0, 5, 1));
    buffer.Add(MakeFeatures(0, 5, 2));
    buffer.Add(MakeFeatures(0, 6, 3));
    EXPECT_EQ(buffer.Take({0, 5}).size(), 2U);
    EXPECT_TRUE(buffer.Take({0, 5}).empty());
    EXPECT_EQ(buffer.Take({0, 6}).size(), 1U);
}

TEST(SampleBuffer, TheOldestSampleOfTheSiteGoesWhenItIsFull)
{
    SampleBuffer buffer;
    buffer.SetLimits(2, Seconds(10));
    std::vector<SampleId> expired;
    buffer.SetExpired([&](SampleId id) { expired.push_back(id); });
    buffer.Add(MakeFeatures(1, 1));
    for (std::uint32_t sample = 1; sample <= 3; ++sample)
    {
        buffer.Add(MakeFeatures(0, sample));
    }
    EXPECT_TRUE(buffer.Take({0, 1}).empty());
    EXPECT_EQ(buffer.Take({0, 2}).size(), 1U);
    EXPECT_EQ(buffer.Take({0, 3}).size(), 1U);
    EXPECT_EQ(buffer.Take({1, 1}).size(), 1U); // another site
    EXPECT_EQ(expired, (std::vector<SampleId>{{0, 1}}));
}

TEST(SampleBuffer, NothingIsGivenOutAfterItsLifetime)
{
    SampleBuffer buffer;
    buffer.SetLimits(10, Seconds(1));
    std::vector<SampleId> expired;
    buffer.SetExpired([&](SampleId id) { expired.push_back(id); });
    buffer.Add(MakeFeatures(0, 1));
    std::size_t atOneSecond = 0;
    std::size_t later = 9;
    Simulator::Schedule(MilliSeconds(500), [&] { buffer.Add(MakeFeatures(0, 2)); });
    Simulator::Schedule(Seconds(1), [&] { atOneSecond = buffer.Take({0, 1}).size(); });
    Simulator::Schedule(MilliSeconds(1501), [&] { later = buffer.Take({0, 2}).size(); });
    Simulator::Run();
    Simulator::Destroy();
    EXPECT_EQ(atOneSecond, 1U);
    EXPECT_EQ(later, 0U);
    EXPECT_EQ(expired, (std::vector<SampleId>{{0, 2}}));
}
