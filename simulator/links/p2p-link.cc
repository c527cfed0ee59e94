// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/p2p-link.h"

#include "simulator/links/link-parts.h"
#include "simulator/links/wired-power.h"
#include "simulator/scenario/key-types.h"

#include <ns3/net-device-container.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/point-to-point-net-device.h>

#include <map>

namespace simulator
{

namespace
{

std::any
MakeDefaults(const std::string& link)
{
    // A wired camera network, a local area network, a fibre between edges, an uplink to a far
    // cloud.
    static const std::map<std::string, P2pSettings> defaults = {
        {"local", {ns3::DataRate(10'000'000), ns3::MilliSeconds(2)}},
        {"edge", {ns3::DataRate(100'000'000), ns3::MilliSeconds(2)}},
        {"metro", {ns3::DataRate(1'000'000'000), ns3::MilliSeconds(5)}},
        {"backhaul", {ns3::DataRate(10'000'000), ns3::MilliSeconds(20)}},
    };
    return defaults.at(link);
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& settings = std::any_cast<P2pSettings&>(values);
    table.Add(MakeRateKey(JoinPath(path, "rate"),
                          settings.rate,
                          ns3::DataRate(1'000'000'000'000),
                          "Bit rate of the medium, each direction."));
    table.Add(MakeTimeKey(JoinPath(path, "delay"),
                          settings.delay,
                          {ns3::Seconds(0), ns3::Hours(1)},
                          "Propagation delay, one way."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            settings.loss,
                            {0, 1},
                            "Probability that a frame is lost, each direction."));
    table.Add(
        MakeIntegerKey(JoinPath(path, "queue"),
                       settings.queue,
                       {1, 1'000'000},
                       "Frames that may wait for the medium, each direction; more are dropped."));
}

Medium
Install(const std::any& values, const MediumPlace& place)
{
    const auto& settings = std::any_cast<const P2pSettings&>(values);
    const MediumPlace::Lower& lower = place.lower.at(0);
    ns3::PointToPointHelper helper;
    // With flow control a full queue would lose frames above the device, unseen by its counters.
    helper.DisableFlowControl();
    helper.SetDeviceAttribute("DataRate", ns3::DataRateValue(settings.rate));
    helper.SetChannelAttribute("Delay", ns3::TimeValue(settings.delay));
    helper.SetQueue("ns3::DropTailQueue", "MaxSize", MakeQueueSize(settings.queue));
    const ns3::NetDeviceContainer devices = helper.Install(place.upper, lower.node);
    for (std::uint32_t end = 0; end < 2 && settings.loss > 0; ++end)
    {
        ns3::DynamicCast<ns3::PointToPointNetDevice>(devices.Get(end))
            ->SetReceiveErrorModel(MakeLossModel(settings.loss, lower.lossStream + end));
    }
    Medium medium;
    medium.upper = devices.Get(0);
    medium.lower = {devices.Get(1)};
    medium.listen = [rate = settings.rate](const ns3::Ptr<ns3::NetDevice>& device,
                                           FrameSink& outgoing,
                                           FrameSink& incoming) {
        ReportSent(device, rate, outgoing);
        device->TraceConnectWithoutContext("PhyRxDrop", MakeDropCallback(incoming));
    };
    medium.connectPower = ConnectWiredPower;
    return medium;
}

const char*
GetInterface(const std::string& link)
{
    return link == "local" ? "ethernet-10" : link == "metro" ? "ethernet-1000" : "ethernet-100";
}

} // namespace

const LinkType p2pLink = {
    "p2p",
    "Full-duplex point-to-point link between two nodes: rate, delay, random loss, drop-tail queue.",
    "assumed: local 10Mbps 2ms, edge 100Mbps 2ms, metro 1Gbps 5ms, backhaul 10Mbps 20ms; queues of "
    "100 frames as ns-3",
    LinkType::Reach::Pair,
    MakeDefaults,
    AddKeys,
    RefuseNothing,
    Install,
    GetInterface};

} // namespace simulator
