// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/csma-link.h"

#include "simulator/links/wired-power.h"
#include "simulator/scenario/key-types.h"

#include <ns3/csma-helper.h>
#include <ns3/csma-net-device.h>
#include <ns3/ethernet-header.h>

#include <map>

namespace simulator
{

namespace
{

/// Stations that one collision domain of IEEE 802.3 may have.
constexpr std::size_t mostStations = 1024;

std::any
MakeDefaults(const std::string& link)
{
    // Fast Ethernet, 1 km of cable at 2/3 of the speed of light; between edges 1 Gbit/s.
    static const std::map<std::string, CsmaSettings> defaults = {
        {"local", {ns3::DataRate(100'000'000), ns3::MicroSeconds(5)}},
        {"edge", {ns3::DataRate(100'000'000), ns3::MicroSeconds(5)}},
        {"metro", {ns3::DataRate(1'000'000'000), ns3::MicroSeconds(5)}},
        {"backhaul", {ns3::DataRate(100'000'000), ns3::MicroSeconds(5)}},
        {"spare", {ns3::DataRate(100'000'000), ns3::MicroSeconds(5)}},
    };
    return defaults.at(link);
}

void
AddKeys(KeyTable& table, const std::string& path, std::any& values)
{
    auto& settings = std::any_cast<CsmaSettings&>(values);
    table.Add(MakeRateKey(JoinPath(path, "rate"),
                          settings.rate,
                          ns3::DataRate(1'000'000'000'000),
                          "Bit rate of the medium, shared by its nodes, half duplex."));
    table.Add(MakeTimeKey(JoinPath(path, "delay"),
                          settings.delay,
                          {ns3::Seconds(0), ns3::MilliSeconds(10)},
                          "Propagation delay, for which the medium is busy after each frame."));
    table.Add(MakeNumberKey(JoinPath(path, "loss"),
                            settings.loss,
                            {0, 1},
                            "Probability that a node loses a frame that it hears."));
    AddBurstKeys(table, path, settings.burst);
    table.Add(MakeIntegerKey(JoinPath(path, "queue"),
                             settings.queue,
                             {1, 1'000'000},
                             "Frames that may wait for the medium, each node; more are dropped."));
}

std::optional<LinkRefusal>
Check(const std::any& /*values*/, std::size_t lowerNodes)
{
    if (lowerNodes < mostStations)
    {
        return std::nullopt;
    }
    return LinkRefusal{
        "type",
        std::to_string(lowerNodes) + " devices on one csma medium, expected at most " +
            std::to_string(mostStations - 1) + ": use p2p, or a network with several groups"};
}

/// Whether a frame that a device hears is sent to it. Every device of a cable hears every frame;
/// lower nodes have nothing to say to each other, and their broadcasts are for the upper one.
bool
IsFor(const ns3::Ptr<const ns3::Packet>& frame,
      const ns3::NetDevice* device,
      const ns3::NetDevice* upper)
{
    ns3::EthernetHeader header(false);
    frame->PeekHeader(header);
    const ns3::Mac48Address to = header.GetDestination();
    const bool fromUpper =
        header.GetSource() == ns3::Mac48Address::ConvertFrom(upper->GetAddress());
    return (device == upper || fromUpper) &&
           (to.IsGroup() || to == ns3::Mac48Address::ConvertFrom(device->GetAddress()));
}

void
ReportLost(const ns3::Ptr<ns3::NetDevice>& device,
           const ns3::NetDevice* upper,
           FrameSink& outgoing,
           FrameSink& incoming)
{
    device->TraceConnectWithoutContext("PhyTxDrop", MakeDropCallback(outgoing)); // given up
    const auto lose = [&incoming, hearer = ns3::PeekPointer(device), upper](
                          const ns3::Ptr<const ns3::Packet>& frame) {
        if (IsFor(frame, hearer, upper))
        {
            incoming.Drop();
        }
    };
    device->TraceConnectWithoutContext("PhyRxDrop", FrameCallback(lose));
}

void
SetUp(const CsmaSettings& settings,
      const ns3::Ptr<ns3::NetDevice>& device,
      std::int64_t mediumStream,
      std::int64_t lossStream)
{
    auto csma = ns3::DynamicCast<ns3::CsmaNetDevice>(device);
    csma->AssignStreams(mediumStream);
    csma->SetReceiveErrorModel(MakeLossModelIfNeeded(settings.loss, lossStream, settings.burst));
}

ns3::NetDeviceContainer
MakeDevices(const CsmaSettings& settings, const MediumPlace& place)
{
    ns3::NodeContainer nodes(place.upper);
    for (const MediumPlace::Lower& lower : place.lower)
    {
        nodes.Add(lower.node);
    }
    ns3::CsmaHelper helper;
    // With flow control a full queue would lose frames above the device, unseen by its counters.
    helper.DisableFlowControl();
    helper.SetChannelAttribute("DataRate", ns3::DataRateValue(settings.rate));
    helper.SetChannelAttribute("Delay", ns3::TimeValue(settings.delay));
    helper.SetQueue("ns3::DropTailQueue", "MaxSize", MakeQueueSize(settings.queue));
    return helper.Install(nodes);
}

SetLinkCondition
PrepareFailures(const ns3::NetDeviceContainer& devices, const MediumPlace& place)
{
    std::vector<ns3::Ptr<ns3::ddnn::LinkFault>> faults;
    const std::vector<std::int64_t> streams = place.GetFailureStreams();
    for (std::uint32_t i = 0; i < devices.GetN(); ++i)
    {
        faults.push_back(MakeLinkFault(devices.Get(i), "ReceiveErrorModel", streams[i]));
    }
    return [faults](const LinkCondition& condition) { SetFaults(faults, condition); };
}

Medium
Install(const std::any& values, const MediumPlace& place)
{
    const auto& settings = std::any_cast<const CsmaSettings&>(values);
    const ns3::NetDeviceContainer devices = MakeDevices(settings, place);
    Medium medium;
    medium.needsWarmUp = true; // ARP
    medium.upper = devices.Get(0);
    const MediumPlace::Lower& first = place.lower.at(0);
    SetUp(settings, medium.upper, first.GetUpperStream(), first.lossStream);
    for (std::uint32_t i = 0; i < place.lower.size(); ++i)
    {
        medium.lower.push_back(devices.Get(1 + i));
        const MediumPlace::Lower& lower = place.lower[i];
        SetUp(settings, medium.lower[i], lower.mediumStream, lower.lossStream + 1);
    }
    medium.listen = [rate = std::make_shared<const ns3::DataRate>(settings.rate),
                     upper = ns3::PeekPointer(medium.upper)](const ns3::Ptr<ns3::NetDevice>& device,
                                                             FrameSink& outgoing,
                                                             FrameSink& incoming) {
        ReportSent(device, rate, outgoing);
        ReportLost(device, upper, outgoing, incoming);
    };
    medium.capture.linkType = 1; // LINKTYPE_ETHERNET
    medium.connectPower = ConnectWiredPower;
    medium.prepareFailures = [devices, place] { return PrepareFailures(devices, place); };
    return medium;
}

const char*
GetInterface(const std::string& link)
{
    return link == "metro" ? "ethernet-1000" : "ethernet-100";
}

} // namespace

const LinkType csmaLink = {
    "csma",
    "Shared Ethernet cable: half duplex, one sender at a time, random backoff, random loss; a "
    "group "
    "of devices and their gateway are on one cable.",
    "assumed: 100Mbps as IEEE 802.3u, metro 1Gbps, 5us (1 km of cable); queues of 100 frames as "
    "ns-3",
    LinkType::Reach::Group,
    MakeDefaults,
    AddKeys,
    Check,
    Install,
    GetInterface,
    LinkCargo::AnyFrame,
    LinkFraming::OnePacket,
    LinkFailures::Losses};

} // namespace simulator
