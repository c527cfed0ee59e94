// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/p2p-link.h"

#include "simulator/links/wired-power.h"
#include "simulator/scenario/key-types.h"

#include <ns3/channel.h>
#include <ns3/double.h>
#include <ns3/net-device-container.h>
#include <ns3/point-to-point-helper.h>
#include <ns3/pointer.h>

#include <map>
#include <memory>
#include <vector>

namespace simulator
{

namespace
{

std::any
MakeDefaults(const std::string& link)
{
    // A wired camera network, a local area network, a fibre between edges, an uplink to a far
    // cloud; the spare link is like the last.
    static const std::map<std::string, P2pSettings> defaults = {
        {"local", {ns3::DataRate(10'000'000), ns3::MilliSeconds(2)}},
        {"edge", {ns3::DataRate(100'000'000), ns3::MilliSeconds(2)}},
        {"metro", {ns3::DataRate(1'000'000'000), ns3::MilliSeconds(5)}},
        {"backhaul", {ns3::DataRate(10'000'000), ns3::MilliSeconds(20)}},
        {"spare", {ns3::DataRate(10'000'000), ns3::MilliSeconds(20)}},
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
    AddBurstKeys(table, path, settings.burst);
    table.Add(
        MakeIntegerKey(JoinPath(path, "queue"),
                       settings.queue,
                       {1, 1'000'000},
                       "Frames that may wait for the medium, each direction; more are dropped."));
    AddTraceKeys(table, path, settings.trace);
}

std::optional<LinkRefusal>
Check(const std::any& values, std::size_t /*lowerNodes*/)
{
    return CheckTrace(std::any_cast<const P2pSettings&>(values).trace);
}

/// An installed link, whose properties may change.
struct InstalledLink
{
    ns3::NetDeviceContainer devices;
    std::vector<ns3::Ptr<ns3::ErrorModel>> losses; //!< none: loses nothing
    std::shared_ptr<ns3::DataRate> rate;
    std::shared_ptr<TraceRow> own;            //!< rate and delay without a failure
    std::shared_ptr<LinkCondition> condition; //!< that failures cause
};

InstalledLink
MakeLink(const P2pSettings& settings, const MediumPlace& place)
{
    const MediumPlace::Lower& lower = place.lower.at(0);
    ns3::PointToPointHelper helper;
    // With flow control a full queue would lose frames above the device, unseen by its counters.
    helper.DisableFlowControl();
    helper.SetDeviceAttribute("DataRate", ns3::DataRateValue(settings.rate));
    helper.SetChannelAttribute("Delay", ns3::TimeValue(settings.delay));
    helper.SetQueue("ns3::DropTailQueue", "MaxSize", MakeQueueSize(settings.queue));
    InstalledLink link;
    link.devices = helper.Install(place.upper, lower.node);
    link.rate = std::make_shared<ns3::DataRate>(settings.rate);
    link.own = std::make_shared<TraceRow>();
    link.own->rate = settings.rate;
    link.own->delay = settings.delay;
    link.condition = std::make_shared<LinkCondition>();
    const bool loses = settings.loss > 0 || settings.burst.start > 0 || settings.trace.rows;
    for (std::uint32_t end = 0; end < 2 && loses; ++end)
    {
        link.losses.push_back(MakeLossModel(settings.loss, lower.lossStream + end, settings.burst));
        link.devices.Get(end)->SetAttribute("ReceiveErrorModel",
                                            ns3::PointerValue(link.losses.back()));
    }
    return link;
}

/// Makes rate and delay those of the failure, or else the link's own.
void
SetRateAndDelay(const InstalledLink& link)
{
    *link.rate = link.condition->rate.value_or(*link.own->rate);
    link.devices.Get(0)->SetAttribute("DataRate", ns3::DataRateValue(*link.rate));
    link.devices.Get(1)->SetAttribute("DataRate", ns3::DataRateValue(*link.rate));
    link.devices.Get(0)->GetChannel()->SetAttribute(
        "Delay", ns3::TimeValue(link.condition->delay.value_or(*link.own->delay)));
}

void
Change(const InstalledLink& link, const TraceRow& row)
{
    link.own->rate = row.rate ? row.rate : link.own->rate;
    link.own->delay = row.delay ? row.delay : link.own->delay;
    SetRateAndDelay(link);
    for (std::size_t end = 0; end < 2 && row.loss; ++end)
    {
        link.losses[end]->SetAttribute("Loss", ns3::DoubleValue(*row.loss));
    }
}

SetLinkCondition
PrepareFailures(const InstalledLink& link, const MediumPlace::Lower& lower)
{
    const std::vector<ns3::Ptr<ns3::ddnn::LinkFault>> faults = {
        MakeLinkFault(link.devices.Get(0), "ReceiveErrorModel", lower.GetUpperFailureStream()),
        MakeLinkFault(link.devices.Get(1), "ReceiveErrorModel", lower.GetFailureStream())};
    return [link, faults](const LinkCondition& condition) {
        *link.condition = condition;
        SetRateAndDelay(link);
        SetFaults(faults, condition);
    };
}

Medium
Install(const std::any& values, const MediumPlace& place)
{
    const auto& settings = std::any_cast<const P2pSettings&>(values);
    const InstalledLink link = MakeLink(settings, place);
    Medium medium;
    medium.upper = link.devices.Get(0);
    medium.lower = {link.devices.Get(1)};
    medium.capture.linkType = 9; // LINKTYPE_PPP
    medium.listen = [rate = link.rate](const ns3::Ptr<ns3::NetDevice>& device,
                                       FrameSink& outgoing,
                                       FrameSink& incoming) {
        ReportSent(device, rate, outgoing);
        device->TraceConnectWithoutContext("PhyRxDrop", MakeDropCallback(incoming));
    };
    medium.connectPower = ConnectWiredPower;
    medium.prepareFailures = [link, lower = place.lower.at(0)] {
        return PrepareFailures(link, lower);
    };
    if (settings.trace.rows)
    {
        const auto player = std::make_shared<TracePlayer>(
            settings.trace, [link](const TraceRow& row) { Change(link, row); });
        medium.begin = [player](ns3::Time firstCapture) { player->Begin(firstCapture); };
        medium.isEndless = true;
    }
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
    "Full-duplex point-to-point link between two nodes: rate, delay, random loss and "
    "bursts of it, drop-tail queue; all but the queue may change over time.",
    "assumed: local 10Mbps 2ms, edge 100Mbps 2ms, metro 1Gbps 5ms, backhaul and spare 10Mbps 20ms; "
    "queues of "
    "100 frames as ns-3",
    LinkType::Reach::Pair,
    MakeDefaults,
    AddKeys,
    Check,
    Install,
    GetInterface,
    LinkCargo::AnyFrame,
    LinkFraming::OnePacket,
    LinkFailures::RateAndDelay};

} // namespace simulator
