// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lr-wpan-medium.h"

#include "simulator/links/extra-path-loss.h"
#include "simulator/links/link-parts.h"
#include "simulator/links/lr-wpan-device.h"
#include "simulator/links/lr-wpan-power.h"

#include <ns3/config.h>
#include <ns3/constant-position-mobility-model.h>
#include <ns3/integer.h>
#include <ns3/lr-wpan-csmaca.h>
#include <ns3/lr-wpan-mac.h>
#include <ns3/lr-wpan-phy.h>
#include <ns3/lr-wpan-spectrum-value-helper.h>
#include <ns3/propagation-delay-model.h>
#include <ns3/single-model-spectrum-channel.h>
#include <ns3/sixlowpan-net-device.h>

#include <array>

namespace simulator
{

namespace
{

constexpr std::uint32_t channelNumber = 11;
constexpr double channelFrequency = 2405e6; // Hz
constexpr std::uint16_t panId = 1;
constexpr std::int64_t byteTime = 32;  // us, at 250 kbit/s
constexpr std::uint32_t syncBytes = 6; // preamble, delimiter, length

/// What is set up of one node of a medium.
struct Member
{
    ns3::Ptr<ns3::Node> node;
    std::uint16_t address; //!< short address, unique on the medium, not 0
    ns3::Vector position;
    std::int64_t mediumStream;
    std::int64_t lossStream;
};

ns3::Ptr<ns3::SpectrumChannel>
MakeChannel(const LrWpanSettings& settings)
{
    auto channel = ns3::CreateObject<ns3::SingleModelSpectrumChannel>();
    channel->AddPropagationLossModel(MakePathLoss(settings.radio, channelFrequency));
    channel->SetPropagationDelayModel(ns3::CreateObject<ns3::ConstantSpeedPropagationDelayModel>());
    return channel;
}

void
SetUpRadio(const LrWpanSettings& settings,
           const ns3::Ptr<ns3::LrWpanPhy>& phy,
           const Member& member)
{
    // Of the radio, not of the node: a node may be on several media.
    auto mobility = ns3::CreateObject<ns3::ConstantPositionMobilityModel>();
    mobility->SetPosition(member.position);
    phy->SetMobility(mobility);
    phy->SetTxPowerSpectralDensity(ns3::LrWpanSpectrumValueHelper().CreateTxPowerSpectralDensity(
        settings.radio.txPower, channelNumber));
    phy->AssignStreams(member.mediumStream + 1);
    phy->SetPostReceptionErrorModel(
        MakeLossModelIfNeeded(settings.loss, member.lossStream, settings.burst));
}

void
SetUpAccess(const LrWpanSettings& settings,
            const ns3::Ptr<ns3::LrWpanNetDevice>& device,
            const Member& member)
{
    const std::array<std::uint8_t, 2> address = {static_cast<std::uint8_t>(member.address >> 8U),
                                                 static_cast<std::uint8_t>(member.address & 0xffU)};
    ns3::Mac16Address shortAddress;
    shortAddress.CopyFrom(address.data());
    const ns3::Ptr<ns3::LrWpanMac> mac = device->GetMac();
    mac->SetPanId(panId);
    mac->SetShortAddress(shortAddress);
    mac->SetMacMaxFrameRetries(static_cast<std::uint8_t>(settings.retries));
    mac->SetTxQMaxSize(settings.queue + 1); // and the one that is being sent
    const ns3::Ptr<ns3::LrWpanCsmaCa> access = device->GetCsmaCa();
    access->SetMacMaxBE(static_cast<std::uint8_t>(settings.maxBackoffExponent));
    access->SetMacMinBE(static_cast<std::uint8_t>(settings.minBackoffExponent));
    access->SetMacMaxCSMABackoffs(static_cast<std::uint8_t>(settings.backoffs));
    access->AssignStreams(member.mediumStream);
}

/// As long as it lives, all random variables that are made have this stream. The MAC draws its
/// first sequence number when it is made, from a stream that depends on how many others there are;
/// who has the same as another may take its acknowledgement for his own, which has no address.
class StreamOfNewVariables
{
  public:
    explicit StreamOfNewVariables(std::int64_t stream)
    {
        Set(stream);
    }

    ~StreamOfNewVariables()
    {
        Set(automatic);
    }

    StreamOfNewVariables(const StreamOfNewVariables&) = delete;
    StreamOfNewVariables& operator=(const StreamOfNewVariables&) = delete;

  private:
    static constexpr std::int64_t automatic = -1;

    static void Set(std::int64_t stream)
    {
        ns3::Config::SetDefault("ns3::RandomVariableStream::Stream", ns3::IntegerValue(stream));
    }
};

ns3::Ptr<LrWpanDevice>
MakeRadio(std::int64_t stream)
{
    const StreamOfNewVariables numbered(stream);
    return ns3::CreateObject<LrWpanDevice>();
}

ns3::Ptr<ns3::SixLowPanNetDevice>
MakeDevice(const LrWpanSettings& settings,
           const ns3::Ptr<ns3::SpectrumChannel>& channel,
           const Member& member)
{
    const ns3::Ptr<LrWpanDevice> radio = MakeRadio(member.mediumStream + 3);
    radio->SetChannel(channel);
    member.node->AddDevice(radio);
    radio->DropDoubles();
    SetUpRadio(settings, radio->GetPhy(), member);
    SetUpAccess(settings, radio, member);
    auto device = ns3::CreateObject<ns3::SixLowPanNetDevice>();
    member.node->AddDevice(device);
    device->SetNetDevice(radio);
    device->AssignStreams(member.mediumStream + 2);
    return device;
}

/// Tells frames that a node sends for the first time from those that it repeats.
class KindOfFrames
{
  public:
    Frame::Kind Get(const ns3::Packet& frame)
    {
        const FrameIdentity identity(frame);
        if (identity.IsAcknowledgement())
        {
            return Frame::Kind::Acknowledgement;
        }
        // A node repeats a frame before it sends another.
        const bool again = identity == m_latest;
        m_latest = identity;
        return again ? Frame::Kind::Retransmission : Frame::Kind::Original;
    }

  private:
    FrameIdentity m_latest;
};

/// Below 6LoWPAN.
ns3::Ptr<LrWpanDevice>
GetRadio(const ns3::Ptr<ns3::NetDevice>& device)
{
    return ns3::DynamicCast<LrWpanDevice>(
        ns3::DynamicCast<ns3::SixLowPanNetDevice>(device)->GetNetDevice());
}

void
Listen(const ns3::Ptr<ns3::NetDevice>& device, FrameSink& outgoing)
{
    const auto radio = GetRadio(device);
    const auto send = [&outgoing, kinds = KindOfFrames(), on = ns3::PeekPointer(radio)](
                          const ns3::Ptr<const ns3::Packet>& frame) mutable {
        const ns3::Time airTime = ns3::MicroSeconds(byteTime * (syncBytes + frame->GetSize()));
        const Frame::Kind kind = kinds.Get(*frame);
        if (on->IsOn()) // else it is not sent in truth
        {
            outgoing.Send({frame, airTime, kind});
        }
    };
    radio->GetPhy()->TraceConnectWithoutContext("PhyTxBegin", FrameCallback(send));
    // The queue was full, the medium always busy, or no acknowledgement came.
    radio->GetMac()->TraceConnectWithoutContext("MacTxDrop", MakeDropCallback(outgoing));
}

SetLinkCondition
PrepareFailures(const ns3::Ptr<ns3::SpectrumChannel>& channel,
                const std::vector<ns3::Ptr<ns3::NetDevice>>& devices,
                const std::vector<std::int64_t>& streams)
{
    const auto extra = ns3::CreateObject<ExtraPathLoss>();
    channel->AddPropagationLossModel(extra);
    std::vector<ns3::Ptr<ns3::ddnn::LinkFault>> faults;
    for (std::size_t i = 0; i < devices.size(); ++i)
    {
        faults.push_back(
            MakeLinkFault(GetRadio(devices[i])->GetPhy(), "PostReceptionErrorModel", streams[i]));
    }
    return [extra, faults](const LinkCondition& condition) {
        extra->SetLoss(condition.pathLoss);
        SetFaults(faults, condition);
    };
}

} // namespace

Medium
MakeLrWpanMedium(const LrWpanSettings& settings, const MediumPlace& place)
{
    const ns3::Ptr<ns3::SpectrumChannel> channel = MakeChannel(settings);
    const MediumPlace::Lower& first = place.lower.at(0);
    Medium medium;
    medium.upper = MakeDevice(
        settings, channel, {place.upper, 1, {}, first.GetUpperStream(), first.lossStream});
    for (std::size_t i = 0; i < place.lower.size(); ++i)
    {
        const MediumPlace::Lower& lower = place.lower[i];
        medium.lower.push_back(MakeDevice(settings,
                                          channel,
                                          {lower.node,
                                           static_cast<std::uint16_t>(2 + i),
                                           GetPosition(settings.radio, i, place.lower.size()),
                                           lower.mediumStream,
                                           lower.lossStream + 1}));
    }
    medium.capture.linkType = 195; // LINKTYPE_IEEE802_15_4_WITHFCS
    medium.connectPower = ConnectLrWpanPower;
    std::vector<ns3::Ptr<ns3::NetDevice>> devices = {medium.upper};
    devices.insert(devices.end(), medium.lower.begin(), medium.lower.end());
    medium.prepareFailures = [channel, devices, streams = place.GetFailureStreams()] {
        return PrepareFailures(channel, devices, streams);
    };
    medium.needsWarmUp = true; // neighbour discovery
    medium.listen = [](const ns3::Ptr<ns3::NetDevice>& device,
                       FrameSink& outgoing,
                       FrameSink& /*incoming*/) { Listen(device, outgoing); };
    return medium;
}

} // namespace simulator
