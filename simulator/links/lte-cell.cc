// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lte-cell.h"

#include "simulator/links/extra-path-loss.h"
#include "simulator/links/lte-frames.h"
#include "simulator/links/lte-power.h"

#include <ns3/component-carrier-enb.h>
#include <ns3/constant-position-mobility-model.h>
#include <ns3/double.h>
#include <ns3/internet-stack-helper.h>
#include <ns3/lte-enb-rrc.h>
#include <ns3/lte-rrc-protocol-ideal.h>
#include <ns3/lte-spectrum-value-helper.h>
#include <ns3/lte-ue-power-control.h>
#include <ns3/node-list.h>
#include <ns3/propagation-loss-model.h>
#include <ns3/simulator.h>
#include <ns3/spectrum-channel.h>
#include <ns3/uinteger.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace simulator
{

namespace
{

constexpr double enbPower = 46; // dBm
const ns3::Time attachInterval = ns3::MilliSeconds(5);

using Bandwidth = std::pair<std::string, std::uint16_t>;

/// 3GPP TS 36.101, table 5.6-1: resource blocks by bandwidth.
const std::vector<Bandwidth>&
GetBandwidths()
{
    static const std::vector<Bandwidth> bandwidths = {
        {"1.4MHz", 6}, {"3MHz", 15}, {"5MHz", 25}, {"10MHz", 50}, {"15MHz", 75}, {"20MHz", 100}};
    return bandwidths;
}

std::uint16_t
GetResourceBlocks(const std::string& bandwidth)
{
    return std::find_if(GetBandwidths().begin(),
                        GetBandwidths().end(),
                        [&bandwidth](const Bandwidth& one) { return one.first == bandwidth; })
        ->second;
}

/// Milliseconds between the sounding signals of a UE: each has a subframe of its own.
std::uint32_t
GetSoundingPeriod(std::size_t ues)
{
    constexpr std::uint32_t periods[] = {40, 80, 160, 320};
    return *std::find_if(std::begin(periods), std::end(periods) - 1, [ues](std::uint32_t period) {
        return ues <= period;
    });
}

ns3::Ptr<ns3::LteHelper>
MakeHelper(const LteSettings& settings, const ns3::Ptr<ns3::EpcHelper>& epc)
{
    const ns3::UintegerValue blocks(GetResourceBlocks(settings.bandwidth));
    auto helper = ns3::CreateObject<ns3::LteHelper>();
    helper->SetEpcHelper(epc);
    helper->SetSchedulerType(settings.scheduler == "rr" ? "ns3::RrFfMacScheduler"
                                                        : "ns3::PfFfMacScheduler");
    helper->SetEnbDeviceAttribute("DlBandwidth", blocks);
    helper->SetEnbDeviceAttribute("UlBandwidth", blocks);
    if (settings.radio.propagation == "friis")
    {
        helper->SetPathlossModelType(ns3::FriisPropagationLossModel::GetTypeId());
        return helper;
    }
    helper->SetPathlossModelType(ns3::LogDistancePropagationLossModel::GetTypeId());
    helper->SetPathlossModelAttribute("Exponent", ns3::DoubleValue(settings.radio.exponent));
    return helper;
}

/// With log-distance: over the first metre, the signal loses what it loses in free space.
void
SetFirstMetre(const ns3::Ptr<ns3::SpectrumChannel>& channel, std::uint32_t earfcn)
{
    const auto model =
        ns3::DynamicCast<ns3::LogDistancePropagationLossModel>(channel->GetPropagationLossModel());
    if (model)
    {
        const double frequency = ns3::LteSpectrumValueHelper::GetCarrierFrequency(earfcn);
        model->SetReference(1, GetLossOfFirstMetre(frequency));
    }
}

ns3::Ptr<ns3::MobilityModel>
MakePlace(const ns3::Vector& position)
{
    auto mobility = ns3::CreateObject<ns3::ConstantPositionMobilityModel>();
    mobility->SetPosition(position);
    return mobility;
}

std::uint16_t
CountEnbs()
{
    std::uint16_t count = 0;
    for (auto node = ns3::NodeList::Begin(); node != ns3::NodeList::End(); ++node)
    {
        for (std::uint32_t i = 0; i < (*node)->GetNDevices(); ++i)
        {
            count += ns3::DynamicCast<ns3::LteEnbNetDevice>((*node)->GetDevice(i)) ? 1 : 0;
        }
    }
    return count;
}

/// ns-3's RRC looks for the eNB of a UE among all nodes by the number of its cell, but every helper
/// begins to count at 1.
void
SetCellId(const ns3::Ptr<ns3::LteEnbNetDevice>& enb, std::uint16_t id)
{
    enb->SetAttribute("CellId", ns3::UintegerValue(id));
    enb->GetCcMap().at(0)->SetCellId(id);
    enb->GetPhy()->GetLteEnbCphySapProvider()->SetCellId(id);
    enb->GetRrc()->GetObject<ns3::LteEnbRrcProtocolIdeal>()->SetCellId(id);
}

} // namespace

std::vector<std::string>
GetLteBandwidths()
{
    std::vector<std::string> words;
    for (const Bandwidth& one : GetBandwidths())
    {
        words.push_back(one.first);
    }
    return words;
}

LteCell::LteCell(const LteSettings& settings, const MediumPlace& place)
    : m_buffer(settings.buffer),
      m_core(settings, place),
      m_helper(MakeHelper(settings, m_core.GetHelper()))
{
    InstallEnb(settings, place);
    for (std::size_t i = 0; i < place.lower.size(); ++i)
    {
        InstallUe(settings, place.lower[i], GetPosition(settings.radio, i, place.lower.size()));
        ns3::Simulator::Schedule(attachInterval * i, &LteCell::Attach, this, i);
    }
    AssignStreams(place);
    ns3::Simulator::ScheduleNow(&LteCore::Route, &m_core); // the nodes get their addresses later
}

void
LteCell::InstallEnb(const LteSettings& settings, const MediumPlace& place)
{
    auto node = ns3::CreateObject<ns3::Node>();
    node->AggregateObject(MakePlace({}));
    m_enb = ns3::DynamicCast<ns3::LteEnbNetDevice>(
        m_helper->InstallEnbDevice(ns3::NodeContainer(node)).Get(0));
    SetCellId(m_enb, CountEnbs());
    m_enb->GetPhy()->SetTxPower(enbPower);
    m_enb->GetRrc()->SetSrsPeriodicity(GetSoundingPeriod(place.lower.size()));
    SetFirstMetre(m_helper->GetDownlinkSpectrumChannel(), m_enb->GetDlEarfcn());
    SetFirstMetre(m_helper->GetUplinkSpectrumChannel(), m_enb->GetUlEarfcn());
    SetBuffersOfEnb(m_enb, settings.buffer);
}

void
LteCell::InstallUe(const LteSettings& settings,
                   const MediumPlace::Lower& lower,
                   const ns3::Vector& position)
{
    const auto place = MakePlace(position);
    if (!lower.node->GetObject<ns3::MobilityModel>())
    {
        lower.node->AggregateObject(place); // ns-3 asks for one
    }
    auto ue = ns3::DynamicCast<ns3::LteUeNetDevice>(
        m_helper->InstallUeDevice(ns3::NodeContainer(lower.node)).Get(0));
    // Of the radio, not of the node: a node may be on several media.
    ue->GetPhy()->GetDownlinkSpectrumPhy()->SetMobility(place);
    ue->GetPhy()->GetUplinkSpectrumPhy()->SetMobility(place);
    ue->GetPhy()->SetTxPower(settings.radio.txPower);
    ue->GetPhy()->GetUplinkPowerControl()->SetAttribute("Pcmax",
                                                        ns3::DoubleValue(settings.radio.txPower));
    SetBuffersOfUe(ue, settings.buffer);
    m_ues.push_back(ue);
}

void
LteCell::AssignStreams(const MediumPlace& place) const
{
    for (std::size_t i = 0; i < m_ues.size(); ++i)
    {
        m_helper->AssignStreams(ns3::NetDeviceContainer(m_ues[i]), place.lower[i].mediumStream);
    }
    // Last: every call of the helper numbers the streams of the EPC, too.
    const std::int64_t first = place.lower.at(0).GetUpperStream();
    const std::int64_t used = m_helper->AssignStreams(ns3::NetDeviceContainer(m_enb), first);
    ns3::InternetStackHelper().AssignStreams(ns3::NodeContainer(m_enb->GetNode()), first + used);
}

void
LteCell::Attach(std::size_t ue) const
{
    m_helper->Attach(m_ues[ue], m_enb);
}

ns3::Ptr<ns3::NetDevice>
LteCell::GetUpper() const
{
    return m_core.GetUpper();
}

std::vector<ns3::Ptr<ns3::NetDevice>>
LteCell::GetUes() const
{
    return {m_ues.begin(), m_ues.end()};
}

void
LteCell::Listen(const ns3::Ptr<ns3::NetDevice>& device, FrameSink& outgoing, FrameSink& incoming)
{
    if (const auto ue = ns3::DynamicCast<ns3::LteUeNetDevice>(device))
    {
        ListenToUe(ue, m_enb->GetUlBandwidth(), outgoing, incoming);
        return;
    }
    ListenToEnb(m_enb, outgoing, incoming);
    m_core.ReportLost(incoming, outgoing);
}

void
LteCell::ConnectPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile) const
{
    if (const auto ue = ns3::DynamicCast<ns3::LteUeNetDevice>(device))
    {
        ConnectLtePower(ue, profile, m_buffer);
        return;
    }
    m_core.ConnectPower();
}

// The operator's network loses packets, and has another rate and delay; the signals on the radio
// are weaker.
SetLinkCondition
LteCell::PrepareFailures() const
{
    const auto down = ns3::CreateObject<ExtraPathLoss>();
    const auto up = ns3::CreateObject<ExtraPathLoss>();
    m_helper->GetDownlinkSpectrumChannel()->AddPropagationLossModel(down);
    m_helper->GetUplinkSpectrumChannel()->AddPropagationLossModel(up);
    return [down, up, setCore = m_core.PrepareFailures()](const LinkCondition& condition) {
        down->SetLoss(condition.pathLoss);
        up->SetLoss(condition.pathLoss);
        setCore(condition);
    };
}

void
LteCell::RouteDown(ns3::Ipv4Address network, ns3::Ipv4Mask mask) const
{
    m_core.RouteDown(m_ues.at(0)->GetImsi(), network, mask);
}

} // namespace simulator
