// SPDX-License-Identifier: GPL-2.0-only
// One link of 1 Mbit/s and 10 ms. A hello is 18 + 8 + 20 + 2 = 48 bytes: 384 us, and 10 ms.
#include "models/ddnn-warm-up.h"
#include "two-nodes.h"

#include <ns3/error-model.h>
#include <ns3/point-to-point-net-device.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

#include <list>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class WarmUpTest : public testing::Test
{
  protected:
    WarmUpTest()
    {
        warmUp->TraceConnectWithoutContext("Ready", Callback<void, Time>([this](Time first) {
                                               readyAt = Simulator::Now();
                                               firstCapture = first;
                                           }));
        network.GetTransport(1)->Listen(
            sectionPort, [](const Message&) { ADD_FAILURE() << "a hello is for no application"; });
        network.devices.Get(0)->TraceConnectWithoutContext(
            "PhyTxBegin", Callback<void, Ptr<const Packet>>([this](Ptr<const Packet>) {
                sent.push_back(Simulator::Now());
            }));
    }

    WarmUp::Path GetPath() const
    {
        return {network.nodes.Get(0)->GetId(), network.GetEndpoint(1, sectionPort)};
    }

    void Lose(const Ptr<ErrorModel>& losses)
    {
        DynamicCast<PointToPointNetDevice>(network.devices.Get(1))->SetReceiveErrorModel(losses);
    }

    TwoNodes network{DataRate(1000000), MilliSeconds(10)};
    Ptr<WarmUp> warmUp = CreateObject<WarmUp>();
    Time readyAt = Seconds(-1);
    Time firstCapture = Seconds(-1);
    std::vector<Time> sent;
};

} // namespace

TEST_F(WarmUpTest, WithoutPathsTheNetworkIsReadyAtOnce)
{
    warmUp->SetAttribute("Earliest", TimeValue(MilliSeconds(1234)));
    warmUp->Start();
    EXPECT_EQ(readyAt, Seconds(0));
    EXPECT_EQ(firstCapture, MilliSeconds(1234));
    Simulator::Run();
    EXPECT_TRUE(sent.empty());
}

TEST_F(WarmUpTest, CapturesBeginAtTheFirstWholeSecondAfterTheHello)
{
    warmUp->Add({GetPath()});
    warmUp->Start();
    Simulator::Run();
    EXPECT_EQ(sent, std::vector<Time>{Seconds(0)});
    EXPECT_EQ(readyAt, MicroSeconds(384 + 10000));
    EXPECT_EQ(firstCapture, Seconds(1));
    EXPECT_TRUE(warmUp->GetSilent().empty());
}

TEST_F(WarmUpTest, ButNotBeforeTheyShould)
{
    warmUp->SetAttribute("Earliest", TimeValue(MilliSeconds(2500)));
    warmUp->Add({GetPath()});
    warmUp->Start();
    Simulator::Run();
    EXPECT_EQ(firstCapture, MilliSeconds(2500));
}

TEST_F(WarmUpTest, ALostHelloIsSentAgainAfterASecond)
{
    auto losses = CreateObject<ReceiveListErrorModel>();
    losses->SetList({0, 1}); // the first two frames received
    Lose(losses);
    warmUp->Add({GetPath()});
    warmUp->Start();
    Simulator::Run();
    EXPECT_EQ(sent, (std::vector<Time>{Seconds(0), Seconds(1), Seconds(2)}));
    EXPECT_EQ(readyAt, Seconds(2) + MicroSeconds(384 + 10000));
    EXPECT_EQ(firstCapture, Seconds(3));
}

TEST_F(WarmUpTest, GivesUpAfterAMinute)
{
    auto losses = CreateObject<RateErrorModel>();
    losses->SetRate(1);
    Lose(losses);
    warmUp->Add({GetPath()});
    warmUp->Start();
    Simulator::Run();
    EXPECT_EQ(readyAt, Seconds(60));
    EXPECT_EQ(firstCapture, Seconds(60));
    EXPECT_EQ(sent.size(), 60U); // at 0 s to 59 s
    ASSERT_EQ(warmUp->GetSilent().size(), 1U);
    EXPECT_EQ(warmUp->GetSilent()[0].from, GetPath().from);
}

TEST_F(WarmUpTest, EqualPathsAndPathsWithinANodeAreOne)
{
    const WarmUp::Path within{GetPath().to.node, GetPath().to};
    warmUp->Add({GetPath(), within, GetPath()});
    warmUp->Add({GetPath()});
    warmUp->Start();
    Simulator::Run();
    EXPECT_EQ(sent.size(), 1U);
}

TEST_F(WarmUpTest, HellosAreSpreadOverTheInterval)
{
    // Two paths: the second begins half a second after the first.
    network.GetTransport(1)->Listen(exitPort, [](const Message&) {});
    WarmUp::Path other = GetPath();
    other.to.port = exitPort;
    warmUp->Add({GetPath(), other});
    warmUp->Start();
    Simulator::Run();
    EXPECT_EQ(sent, (std::vector<Time>{Seconds(0), MilliSeconds(500)}));
}
