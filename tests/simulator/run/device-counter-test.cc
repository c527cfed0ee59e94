// SPDX-License-Identifier: GPL-2.0-only
// The kinds of bytes against the bytes that ns-3's devices say they have sent, for every type of
// link and every transport that there is.
#include "star-count.h"

#include <ns3/lr-wpan-net-device.h>
#include <ns3/lr-wpan-phy.h>
#include <ns3/lte-enb-net-device.h>
#include <ns3/lte-enb-phy.h>
#include <ns3/lte-spectrum-phy.h>
#include <ns3/lte-ue-net-device.h>
#include <ns3/lte-ue-phy.h>
#include <ns3/node-list.h>
#include <ns3/packet-burst.h>
#include <ns3/pointer.h>
#include <ns3/sixlowpan-net-device.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

using namespace simulator;
using ns3::MilliSeconds;
using ns3::Packet;
using ns3::Ptr;
using ns3::Seconds;

namespace
{

/// What a device has sent, by a trace source of ns-3 that no link type listens to.
class DeviceCounter
{
  public:
    DeviceCounter(const std::string& type, const Ptr<ns3::NetDevice>& device)
    {
        // A type that is missing here throws: how does its device count?
        static const std::map<std::string, void (DeviceCounter::*)(const Ptr<ns3::NetDevice>&)>
            sources = {{"p2p", &DeviceCounter::ListenToEnds},
                       {"csma", &DeviceCounter::ListenToEnds},
                       {"wifi", &DeviceCounter::ListenToWifi},
                       {"lr-wpan", &DeviceCounter::ListenToRadio},
                       {"lte", &DeviceCounter::ListenToLte}};
        (this->*sources.at(type))(device);
    }

    DeviceCounter(const DeviceCounter&) = delete;
    DeviceCounter& operator=(const DeviceCounter&) = delete;

    std::uint64_t bytes = 0;
    std::uint64_t packets = 0;
    bool countsPackets = true;

  private:
    void ListenToEnds(const Ptr<ns3::NetDevice>& device)
    {
        ASSERT_TRUE(device->TraceConnectWithoutContext(
            "PhyTxEnd", ns3::MakeCallback(&DeviceCounter::Add, this)));
    }

    void ListenToWifi(const Ptr<ns3::NetDevice>& device)
    {
        ns3::PointerValue phy;
        device->GetAttribute("Phy", phy);
        const auto add = [this](const Ptr<const Packet>& frame, double /*watt*/) { Add(frame); };
        ASSERT_TRUE(phy.GetObject()->TraceConnectWithoutContext(
            "PhyTxBegin", ns3::Callback<void, Ptr<const Packet>, double>(add)));
    }

    /// By what the spectrum is told: bursts of blocks for one or several UEs.
    void ListenToLte(const Ptr<ns3::NetDevice>& device)
    {
        const auto ue = ns3::DynamicCast<ns3::LteUeNetDevice>(device);
        const auto phy = ue ? ue->GetPhy()->GetUplinkSpectrumPhy()
                            : FindEnb()->GetPhy()->GetDownlinkSpectrumPhy();
        const auto add = [this](const Ptr<const ns3::PacketBurst>& burst) {
            bytes += burst ? burst->GetSize() : 0;
        };
        ASSERT_TRUE(phy->TraceConnectWithoutContext(
            "TxEnd", ns3::Callback<void, Ptr<const ns3::PacketBurst>>(add)));
        countsPackets = false;
    }

    static Ptr<ns3::LteEnbNetDevice> FindEnb()
    {
        for (std::uint32_t i = 0; i < ns3::NodeList::GetNNodes(); ++i)
        {
            const auto node = ns3::NodeList::GetNode(i);
            for (std::uint32_t j = 0; j < node->GetNDevices(); ++j)
            {
                if (const auto enb = ns3::DynamicCast<ns3::LteEnbNetDevice>(node->GetDevice(j)))
                {
                    return enb;
                }
            }
        }
        return nullptr;
    }

    void ListenToRadio(const Ptr<ns3::NetDevice>& device)
    {
        const auto radio = ns3::DynamicCast<ns3::LrWpanNetDevice>(
            ns3::DynamicCast<ns3::SixLowPanNetDevice>(device)->GetNetDevice());
        ASSERT_TRUE(radio->GetPhy()->TraceConnectWithoutContext(
            "PhyTxEnd", ns3::MakeCallback(&DeviceCounter::Add, this)));
    }

    void Add(Ptr<const Packet> frame)
    {
        bytes += frame->GetSize();
        ++packets;
    }
};

/// The defaults of the local link, with frames lost where the type can lose them.
LinkSettings
MakeLossy(const std::string& type)
{
    LinkSettings settings = MakeLinkSettings(type, "local");
    KeyTable keys;
    GetLinkType(type).addKeys(keys, "links.local", settings.values);
    if (const Key* loss = keys.Find("links.local.loss"))
    {
        loss->read({YAML::Node("0.2"), {"test", {}}, loss->path, loss->type.expected});
    }
    return settings;
}

void
SendSome(Star& star)
{
    for (const ns3::Time& time : {MilliSeconds(0), MilliSeconds(600), MilliSeconds(1500)})
    {
        for (std::uint32_t lower = 0; lower < star.medium.lower.size(); ++lower)
        {
            star.SendUp(time, lower, 12);
            star.SendUp(time, lower, 3072);
        }
    }
}

void
ExpectSum(const LinkCounter& counter, const std::vector<std::unique_ptr<DeviceCounter>>& devices)
{
    std::uint64_t bytes = 0;
    std::uint64_t packets = 0;
    for (const auto& device : devices)
    {
        bytes += device->bytes;
        packets += device->packets;
    }
    std::uint64_t sum = 0;
    const auto rows = counter.GetRecords("local-1", "up", Seconds(10));
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
    {
        sum += rows[i].bytes;
    }
    EXPECT_EQ(sum, bytes);
    EXPECT_EQ(rows.back().kind, "total");
    EXPECT_EQ(rows.back().bytes, bytes);
    if (devices.front()->countsPackets)
    {
        EXPECT_EQ(rows.back().packets, packets);
    }
}

using Combination = std::pair<std::string, std::string>; //!< link, transport

std::vector<Combination>
GetCombinations()
{
    std::vector<Combination> all;
    for (const LinkType& link : GetLinkTypes())
    {
        for (const TransportType& transport : GetTransportTypes())
        {
            if (link.cargo == LinkCargo::AnyFrame ||
                transport.layer.packets != NetworkLayer::Packets::BareFrames)
            {
                all.emplace_back(link.name, transport.name);
            }
        }
    }
    return all;
}

class DeviceCounterTest : public testing::TestWithParam<Combination>
{
};

} // namespace

TEST_P(DeviceCounterTest, TheKindsSumToWhatTheDevicesHaveSent)
{
    // Some before the first capture, some after it; one lower node a medium where a medium has one.
    const auto& [type, transport] = GetParam();
    const bool isPair = GetLinkType(type).reach == LinkType::Reach::Pair;
    Star star(MakeLossy(type), isPair ? 1 : 2, transport);
    const StarCount count(star, Seconds(1));
    std::vector<std::unique_ptr<DeviceCounter>> up;
    for (const Ptr<ns3::NetDevice>& lower : star.medium.lower)
    {
        up.push_back(std::make_unique<DeviceCounter>(type, lower));
    }
    std::vector<std::unique_ptr<DeviceCounter>> down;
    down.push_back(std::make_unique<DeviceCounter>(type, star.medium.upper));
    SendSome(star);
    ns3::Simulator::Stop(Seconds(60)); // beacons do not end
    ns3::Simulator::Run();
    EXPECT_GT(star.arrivals.size(), 0U);
    ExpectSum(count.up, up);
    ExpectSum(count.down, down);
}

INSTANTIATE_TEST_SUITE_P(AllLinksAndTransports,
                         DeviceCounterTest,
                         testing::ValuesIn(GetCombinations()),
                         [](const auto& test) {
                             std::string name = test.param.first + "_" + test.param.second;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });
