// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-medium.h"

#include "models/failures/ddnn-link-fault.h"
#include "models/failures/ddnn-node-state.h"
#include "simulator/links/extra-path-loss.h"
#include "simulator/links/link-parts.h"
#include "simulator/links/wifi-data-loss.h"
#include "simulator/links/wifi-power.h"
#include "simulator/links/wifi-queue-scheduler.h"
#include "simulator/links/wifi-silence.h"
#include "simulator/links/wifi-standard.h"

#include <ns3/ampdu-subframe-header.h>
#include <ns3/boolean.h>
#include <ns3/constant-position-mobility-model.h>
#include <ns3/double.h>
#include <ns3/enum.h>
#include <ns3/propagation-delay-model.h>
#include <ns3/propagation-loss-model.h>
#include <ns3/ssid.h>
#include <ns3/tuple.h>
#include <ns3/uinteger.h>
#include <ns3/wifi-mac-queue.h>
#include <ns3/wifi-mac.h>
#include <ns3/wifi-net-device.h>
#include <ns3/wifi-psdu.h>
#include <ns3/yans-wifi-channel.h>
#include <ns3/yans-wifi-helper.h>

#include <limits>

namespace simulator
{

namespace
{

ns3::Ptr<ns3::YansWifiChannel>
MakeChannel()
{
    auto channel = ns3::CreateObject<ns3::YansWifiChannel>();
    channel->SetPropagationDelayModel(ns3::CreateObject<ns3::ConstantSpeedPropagationDelayModel>());
    return channel;
}

ns3::YansWifiPhyHelper
MakePhyHelper(const WifiSettings& settings, const ns3::Ptr<ns3::YansWifiChannel>& channel)
{
    using ns3::UintegerValue;
    ns3::YansWifiPhyHelper helper;
    helper.SetChannel(channel);
    // Number 0: the first channel of this width in the band.
    helper.Set("ChannelSettings",
               ns3::TupleValue<UintegerValue, UintegerValue, ns3::EnumValue, UintegerValue>(
                   {0, GetMegahertz(settings.width), GetWifiBand(settings.band).id, 0}));
    helper.Set("TxPowerStart", ns3::DoubleValue(settings.radio.txPower));
    helper.Set("TxPowerEnd", ns3::DoubleValue(settings.radio.txPower));
    return helper;
}

ns3::WifiHelper
MakeWifiHelper(const WifiSettings& settings)
{
    const WifiStandard& standard = GetWifiStandard(settings.standard);
    ns3::WifiHelper helper;
    helper.SetStandard(standard.id);
    // With flow control a full queue would lose frames above the device, unseen by its counters.
    helper.DisableFlowControl();
    if (settings.modulation == "auto")
    {
        helper.SetRemoteStationManager("ns3::IdealWifiManager");
        return helper;
    }
    const std::string mode = standard.modePrefix + std::to_string(GetMcs(settings.modulation));
    helper.SetRemoteStationManager(
        "ns3::ConstantRateWifiManager",
        "DataMode",
        ns3::WifiModeValue(ns3::WifiMode(mode)),
        "ControlMode",
        ns3::WifiModeValue(ns3::WifiMode(GetWifiBand(settings.band).controlMode)));
    return helper;
}

enum class Role
{
    Upper,
    Lower
};

ns3::WifiMacHelper
MakeMacHelper(const WifiSettings& settings, Role role)
{
    const ns3::SsidValue ssid(ns3::Ssid("ddnn"));
    // No aggregated frames: ns-3.37 reads memory that is not its own when a station gets one before
    // it knows that its consent (ADDBA response) has arrived, because the acknowledgement was lost.
    const ns3::UintegerValue noAggregation(0);
    ns3::WifiMacHelper helper;
    helper.SetMacQueueScheduler(WifiQueueScheduler::GetTypeId().GetName());
    if (settings.mode == "ad-hoc")
    {
        helper.SetType("ns3::AdhocWifiMac", "BE_MaxAmpduSize", noAggregation);
        return helper;
    }
    if (role == Role::Upper)
    {
        helper.SetType("ns3::ApWifiMac", "Ssid", ssid, "BE_MaxAmpduSize", noAggregation);
        return helper;
    }
    // Nodes do not move: no use in looking for another access point. And ns-3.37 aborts when a
    // station loses its access point while it still waits to be associated.
    helper.SetType("ns3::StaWifiMac",
                   "Ssid",
                   ssid,
                   "BE_MaxAmpduSize",
                   noAggregation,
                   "MaxMissedBeacons",
                   ns3::UintegerValue(std::numeric_limits<std::uint32_t>::max()));
    return helper;
}

/// The upper node in the middle, lower node i of n where it shall be, or at the angle 2 pi i / n.
ns3::Vector
GetPosition(const WifiSettings& settings, std::size_t i, std::size_t n)
{
    if (!settings.positions.empty())
    {
        const Point& point = settings.positions.at(i);
        return {point.x, point.y, 0};
    }
    return GetPosition(settings.radio, i, n);
}

/// \return what loses frames that the device receives
ns3::Ptr<WifiDataLoss>
SetUp(const WifiSettings& settings,
      const ns3::Ptr<ns3::WifiNetDevice>& device,
      const ns3::Vector& position,
      std::int64_t mediumStream,
      std::int64_t lossStream)
{
    // Of the radio, not of the node: a node may be on several media.
    auto mobility = ns3::CreateObject<ns3::ConstantPositionMobilityModel>();
    mobility->SetPosition(position);
    device->GetPhy()->SetMobility(mobility);
    for (const ns3::AcIndex access : {ns3::AC_BE, ns3::AC_BK, ns3::AC_VI, ns3::AC_VO})
    {
        device->GetMac()->GetTxopQueue(access)->SetMaxSize(MakeQueueSize(settings.queue).Get());
    }
    const auto losses = ns3::CreateObject<WifiDataLoss>(
        device->GetNode(), MakeLossModelIfNeeded(settings.loss, lossStream, settings.burst));
    device->GetPhy()->SetPostReceptionErrorModel(losses);
    ns3::WifiHelper().AssignStreams(ns3::NetDeviceContainer(device), mediumStream);
    return losses;
}

Frame::Kind
GetKind(const ns3::WifiMacHeader& header)
{
    if (header.IsAck() || header.IsBlockAck())
    {
        return Frame::Kind::Acknowledgement;
    }
    return header.IsRetry() ? Frame::Kind::Retransmission : Frame::Kind::Original;
}

/// \param psdu of one frame: nothing is aggregated. 802.11ac and ax put a delimiter before it.
Frame
MakeFrame(const ns3::WifiPsdu& psdu, const ns3::Time& airTime)
{
    const Frame::Kind kind = GetKind(psdu.GetHeader(0));
    if (psdu.IsAggregate())
    {
        return {psdu.GetAmpduSubframe(0),
                airTime,
                kind,
                ns3::AmpduSubframeHeader().GetSerializedSize()};
    }
    return {psdu.GetPacket(), airTime, kind};
}

void
ReportDropped(const ns3::Ptr<ns3::WifiNetDevice>& wifi, FrameSink& outgoing)
{
    using ns3::Callback;
    using Mpdu = ns3::Ptr<const ns3::WifiMpdu>;
    // Without an association there is no queue to wait in.
    wifi->GetMac()->TraceConnectWithoutContext("MacTxDrop", MakeDropCallback(outgoing));
    // Repeated too often, or too long in the queue.
    const auto giveUp = [&outgoing](ns3::WifiMacDropReason, const Mpdu&) { outgoing.Drop(); };
    wifi->GetMac()->TraceConnectWithoutContext(
        "DroppedMpdu", Callback<void, ns3::WifiMacDropReason, Mpdu>(giveUp));
    const auto drop = [&outgoing](const Mpdu&) { outgoing.Drop(); };
    wifi->GetMac()->GetMacQueueScheduler()->TraceConnectWithoutContext("Drop",
                                                                       Callback<void, Mpdu>(drop));
}

void
ReportSentFrames(const ns3::Ptr<ns3::WifiNetDevice>& wifi, FrameSink& outgoing)
{
    const auto send = [&outgoing,
                       phy = ns3::PeekPointer(wifi->GetPhy())](const ns3::WifiConstPsduMap& psdus,
                                                               const ns3::WifiTxVector& txVector,
                                                               double /*watt*/) {
        if (!ns3::ddnn::IsOn(phy->GetDevice()->GetNode()))
        {
            return; // see WifiSilence
        }
        const ns3::Time airTime =
            ns3::WifiPhy::CalculateTxDuration(psdus, txVector, phy->GetPhyBand());
        for (const auto& [station, psdu] : psdus)
        {
            outgoing.Send(MakeFrame(*psdu, airTime));
        }
    };
    wifi->GetPhy()->TraceConnectWithoutContext(
        "PhyTxPsduBegin",
        ns3::Callback<void, ns3::WifiConstPsduMap, ns3::WifiTxVector, double>(send));
}

/// What of a medium failures act on.
struct Failing
{
    ns3::Ptr<ns3::YansWifiChannel> channel;
    ns3::Ptr<ns3::PropagationLossModel> pathLoss; //!< of the channel
    std::vector<ns3::Ptr<WifiDataLoss>> losses;   //!< of the upper node and then the lower ones
    std::vector<std::int64_t> streams;            //!< in the same order
};

SetLinkCondition
PrepareFailures(const Failing& failing)
{
    const auto extra = ns3::CreateObject<ExtraPathLoss>();
    extra->SetNext(failing.pathLoss);
    failing.channel->SetPropagationLossModel(extra);
    std::vector<ns3::Ptr<ns3::ddnn::LinkFault>> faults;
    for (std::size_t i = 0; i < failing.losses.size(); ++i)
    {
        faults.push_back(ns3::CreateObject<ns3::ddnn::LinkFault>());
        faults[i]->AssignStreams(failing.streams[i]);
        failing.losses[i]->SetFault(faults[i]);
    }
    return [extra, faults](const LinkCondition& condition) {
        extra->SetLoss(condition.pathLoss);
        SetFaults(faults, condition);
    };
}

} // namespace

Medium
MakeWifiMedium(const WifiSettings& settings, const MediumPlace& place)
{
    const auto channel = MakeChannel();
    const ns3::YansWifiPhyHelper phy = MakePhyHelper(settings, channel);
    const ns3::WifiHelper wifi = MakeWifiHelper(settings);
    const auto install = [&](const ns3::Ptr<ns3::Node>& node, Role role) {
        return ns3::DynamicCast<ns3::WifiNetDevice>(
            wifi.Install(phy, MakeMacHelper(settings, role), node).Get(0));
    };
    const auto upper = install(place.upper, Role::Upper);
    const MediumPlace::Lower& first = place.lower.at(0);
    const auto upperLosses = SetUp(settings, upper, {}, first.GetUpperStream(), first.lossStream);
    const auto silence = ns3::CreateObject<WifiSilence>();
    silence->SetNext(MakePathLoss(settings.radio, upper->GetPhy()->GetFrequency() * 1e6));
    channel->SetPropagationLossModel(silence);
    silence->Add(upper->GetPhy()->GetMobility(), place.upper);
    Failing failing = {channel, silence, {upperLosses}, place.GetFailureStreams()};
    Medium medium;
    medium.upper = upper;
    for (std::size_t i = 0; i < place.lower.size(); ++i)
    {
        const MediumPlace::Lower& lower = place.lower[i];
        const auto device = install(lower.node, Role::Lower);
        failing.losses.push_back(SetUp(settings,
                                       device,
                                       GetPosition(settings, i, place.lower.size()),
                                       lower.mediumStream,
                                       lower.lossStream + 1));
        silence->Add(device->GetPhy()->GetMobility(), lower.node);
        medium.lower.push_back(device);
    }
    medium.capture.linkType = 105; // LINKTYPE_IEEE802_11
    medium.connectPower = ConnectWifiPower;
    medium.prepareFailures = [failing] { return PrepareFailures(failing); };
    medium.needsWarmUp = true;                            // association, ARP
    medium.isEndless = settings.mode == "infrastructure"; // beacons
    medium.listen =
        [](const ns3::Ptr<ns3::NetDevice>& device, FrameSink& outgoing, FrameSink& /*incoming*/) {
            const auto wifi = ns3::DynamicCast<ns3::WifiNetDevice>(device);
            ReportSentFrames(wifi, outgoing);
            ReportDropped(wifi, outgoing);
        };
    return medium;
}

} // namespace simulator
