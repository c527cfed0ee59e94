// SPDX-License-Identifier: GPL-2.0-only
// A link fault before the error model of a device.
#include "models/failures/ddnn-link-fault.h"

#include <ns3/double.h>
#include <ns3/point-to-point-net-device.h>
#include <ns3/pointer.h>
#include <ns3/simulator.h>

#include <gtest/gtest.h>

using namespace ns3;
using namespace ns3::ddnn;

namespace
{

class LinkFaultTest : public testing::Test
{
  protected:
    LinkFaultTest()
    {
        own->SetAttribute("ErrorRate", DoubleValue(0.25));
        own->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
        own->AssignStreams(3);
        device->SetAttribute("ReceiveErrorModel", PointerValue(own));
        fault->AssignStreams(5);
        fault->Install(device, "ReceiveErrorModel");
    }

    ~LinkFaultTest() override
    {
        Simulator::Destroy();
    }

    /// Which of some frames the device loses.
    std::vector<bool> Receive(int frames) const
    {
        PointerValue value;
        device->GetAttribute("ReceiveErrorModel", value);
        std::vector<bool> lost;
        for (int i = 0; i < frames; ++i)
        {
            lost.push_back(value.Get<ErrorModel>()->IsCorrupt(Create<Packet>(100)));
        }
        return lost;
    }

    static double GetShare(const std::vector<bool>& lost)
    {
        return static_cast<double>(std::count(lost.begin(), lost.end(), true)) /
               static_cast<double>(lost.size());
    }

    Ptr<PointToPointNetDevice> device = CreateObject<PointToPointNetDevice>();
    Ptr<RateErrorModel> own = CreateObject<RateErrorModel>();
    Ptr<LinkFault> fault = CreateObject<LinkFault>();
};

} // namespace

TEST_F(LinkFaultTest, OfALinkThatIsDownEveryFrameIsLost)
{
    fault->SetLoss(1);
    EXPECT_EQ(GetShare(Receive(100)), 1);
}

TEST_F(LinkFaultTest, TheDevicesOwnLossesGoOnAsIfNothingHadBeen)
{
    // The same frames as without a fault are lost before and behind one.
    const auto alone = CreateObject<RateErrorModel>();
    alone->SetAttribute("ErrorRate", DoubleValue(0.25));
    alone->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
    alone->AssignStreams(3);
    std::vector<bool> expected;
    for (int i = 0; i < 300; ++i)
    {
        expected.push_back(alone->IsCorrupt(Create<Packet>(100)));
    }
    std::vector<bool> lost = Receive(100);
    fault->SetLoss(0.5);
    Receive(100);
    fault->SetLoss(0);
    const std::vector<bool> after = Receive(100);
    EXPECT_EQ(lost, std::vector<bool>(expected.begin(), expected.begin() + 100));
    EXPECT_EQ(after, std::vector<bool>(expected.begin() + 200, expected.end()));
}

TEST_F(LinkFaultTest, LossesOfBothAreIndependent)
{
    // 1 - (1 - 0.25)(1 - 0.4) = 0.55 of 40000 frames; a standard deviation is
    // sqrt(0.55 x 0.45 / 40000) = 0.0025, five are allowed.
    fault->SetLoss(0.4);
    EXPECT_NEAR(GetShare(Receive(40000)), 0.55, 0.0125);
}
