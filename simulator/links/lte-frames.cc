// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lte-frames.h"

#include "models/failures/ddnn-node-state.h"
#include "simulator/links/link-parts.h"

#include <ns3/lte-common.h>
#include <ns3/lte-enb-rrc.h>
#include <ns3/lte-radio-bearer-info.h>
#include <ns3/lte-radio-bearer-tag.h>
#include <ns3/lte-rlc.h>
#include <ns3/lte-spectrum-phy.h>
#include <ns3/lte-ue-rrc.h>
#include <ns3/object-map.h>
#include <ns3/packet-burst.h>
#include <ns3/uinteger.h>

#include <algorithm>
#include <functional>
#include <map>

namespace simulator
{

namespace
{

using ns3::Callback;
using ns3::Ptr;

/// Transmissions of a block after which HARQ gives up: the first and three more.
constexpr std::uint8_t lastVersion = 3;

/// \param share of the subframe's resource blocks that the burst takes
void
SendBlocks(const ns3::PacketBurst& burst, double share, FrameSink& sink)
{
    std::map<std::uint16_t, Ptr<ns3::Packet>> blocks; // by UE
    for (auto packet = burst.Begin(); packet != burst.End(); ++packet)
    {
        ns3::LteRadioBearerTag tag;
        (*packet)->PeekPacketTag(tag);
        Ptr<ns3::Packet>& block = blocks[tag.GetRnti()];
        if (block)
        {
            block->AddAtEnd(*packet);
        }
        else
        {
            block = (*packet)->Copy();
        }
    }
    // Which block has how many is not said; their sum is right.
    const double nanoseconds = 1e6 * std::min(share, 1.0) / static_cast<double>(blocks.size());
    for (const auto& [rnti, block] : blocks)
    {
        sink.Send({block, ns3::NanoSeconds(static_cast<std::uint64_t>(nanoseconds))});
    }
}

/// \param getResourceBlocks how many the phy sends on in this subframe
void
ReportBlocks(const Ptr<ns3::LteSpectrumPhy>& phy,
             std::uint16_t blocks,
             const std::function<std::size_t()>& getResourceBlocks,
             FrameSink& sink)
{
    const auto send = [&sink, blocks, getResourceBlocks](const Ptr<const ns3::PacketBurst>& burst) {
        if (burst) // none: control information only
        {
            SendBlocks(*burst, static_cast<double>(getResourceBlocks()) / blocks, sink);
        }
    };
    phy->TraceConnectWithoutContext("TxStart", Callback<void, Ptr<const ns3::PacketBurst>>(send));
}

/// \param source trace source of what the phy receives
void
ReportLostBlocks(const Ptr<ns3::LteSpectrumPhy>& phy, const char* source, FrameSink& sink)
{
    const auto receive = [&sink](const ns3::PhyReceptionStatParameters& block) {
        if (block.m_correctness == 0 && block.m_rv == lastVersion)
        {
            sink.Drop();
        }
    };
    phy->TraceConnectWithoutContext(source,
                                    Callback<void, ns3::PhyReceptionStatParameters>(receive));
}

using RlcAction = std::function<void(const Ptr<ns3::LteRlc>&)>;

/// \param rrc of a UE, or the eNB's manager of one
void
ForEachRlc(const ns3::Object& rrc, const RlcAction& action)
{
    ns3::ObjectMapValue bearers;
    rrc.GetAttribute("DataRadioBearerMap", bearers);
    for (auto bearer = bearers.Begin(); bearer != bearers.End(); ++bearer)
    {
        action(ns3::DynamicCast<ns3::LteDataRadioBearerInfo>(bearer->second)->m_rlc);
    }
}

using BearerCallback = Callback<void, std::uint64_t, std::uint16_t, std::uint16_t, std::uint8_t>;

/// Does something with each RLC of an RRC when it is made.
void
OnBearer(ns3::Object& rrc, const RlcAction& action)
{
    const auto created = [&rrc, action](std::uint64_t, std::uint16_t, std::uint16_t, std::uint8_t) {
        ForEachRlc(rrc, action);
    };
    rrc.TraceConnectWithoutContext("DrbCreated", BearerCallback(created));
}

void
OnBearerOfEnb(const Ptr<ns3::LteEnbNetDevice>& enb, const RlcAction& action)
{
    const auto arrive = [rrc = ns3::PeekPointer(enb->GetRrc()), action](std::uint16_t /*cell*/,
                                                                        std::uint16_t rnti) {
        OnBearer(*rrc->GetUeManager(rnti), action);
    };
    enb->GetRrc()->TraceConnectWithoutContext("NewUeContext",
                                              Callback<void, std::uint16_t, std::uint16_t>(arrive));
}

RlcAction
MakeDropAction(FrameSink& sink)
{
    return [&sink](const Ptr<ns3::LteRlc>& rlc) {
        rlc->TraceConnectWithoutContext("TxDrop", MakeDropCallback(sink));
    };
}

RlcAction
MakeBufferAction(std::uint32_t bytes)
{
    return [bytes](const Ptr<ns3::LteRlc>& rlc) {
        rlc->SetAttribute("MaxTxBufferSize", ns3::UintegerValue(bytes));
    };
}

} // namespace

void
ListenToUe(const Ptr<ns3::LteUeNetDevice>& ue,
           std::uint16_t blocks,
           FrameSink& outgoing,
           FrameSink& incoming)
{
    const auto phy = ue->GetPhy();
    ReportBlocks(
        phy->GetUplinkSpectrumPhy(),
        blocks,
        [phy = ns3::PeekPointer(phy)] { return phy->GetSubChannelsForTransmission().size(); },
        outgoing);
    ReportLostBlocks(phy->GetDownlinkSpectrumPhy(), "DlPhyReception", incoming);
    OnBearer(*ue->GetRrc(), MakeDropAction(outgoing));
}

void
ListenToEnb(const Ptr<ns3::LteEnbNetDevice>& enb, FrameSink& outgoing, FrameSink& incoming)
{
    const auto phy = enb->GetPhy();
    ReportBlocks(
        phy->GetDownlinkSpectrumPhy(),
        enb->GetDlBandwidth(),
        [phy = ns3::PeekPointer(phy)] { return phy->GetDownlinkSubChannels().size(); },
        outgoing);
    ReportLostBlocks(phy->GetUplinkSpectrumPhy(), "UlPhyReception", incoming);
    OnBearerOfEnb(enb, MakeDropAction(outgoing));
}

void
SetBuffers(const Ptr<ns3::LteUeNetDevice>& ue, std::uint32_t bytes)
{
    ForEachRlc(*ue->GetRrc(), MakeBufferAction(bytes));
}

void
SetBuffersOfUe(const Ptr<ns3::LteUeNetDevice>& ue, std::uint32_t bytes)
{
    OnBearer(*ue->GetRrc(), [bytes, ue = ns3::PeekPointer(ue)](const Ptr<ns3::LteRlc>& rlc) {
        // A UE that lost its eNB may attach again while its node is off.
        MakeBufferAction(ns3::ddnn::IsOn(ue->GetNode()) ? bytes : 0)(rlc);
    });
}

void
SetBuffersOfEnb(const Ptr<ns3::LteEnbNetDevice>& enb, std::uint32_t bytes)
{
    OnBearerOfEnb(enb, MakeBufferAction(bytes));
}

} // namespace simulator
