// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/owned-attributes.h"

namespace simulator
{

const std::vector<OwnedAttribute>&
GetOwnedAttributes()
{
    static const std::vector<OwnedAttribute> attributes = {
        {"ns3::PointToPointNetDevice::DataRate", "links.NAME.rate"},
        {"ns3::PointToPointChannel::Delay", "links.NAME.delay"},
        {"ns3::CsmaChannel::DataRate", "links.NAME.rate"},
        {"ns3::CsmaChannel::Delay", "links.NAME.delay"},
        {"ns3::WifiPhy::ChannelSettings", "links.NAME.width"},
        {"ns3::WifiPhy::TxPowerStart", "links.NAME.tx_power"},
        {"ns3::WifiPhy::TxPowerEnd", "links.NAME.tx_power"},
        {"ns3::ConstantRateWifiManager::DataMode", "links.NAME.modulation"},
        {"ns3::ConstantRateWifiManager::ControlMode", "links.NAME.modulation"},
        {"ns3::LogDistancePropagationLossModel::Exponent", "links.NAME.exponent"},
        {"ns3::LteEnbNetDevice::DlBandwidth", "links.NAME.bandwidth"},
        {"ns3::LteEnbNetDevice::UlBandwidth", "links.NAME.bandwidth"},
        {"ns3::TcpSocket::ConnTimeout", "tcp.connect_timeout"},
        {"ns3::TcpSocket::DelAckTimeout", "tcp.delayed_ack"},
        {"ns3::TcpSocketBase::MinRto", "tcp.minimum_rto"},
        {"ns3::TcpSocket::SegmentSize", "ns3::ddnn::TcpTransport::SegmentSize"},
        {"ns3::TcpSocket::SndBufSize", "ns3::ddnn::TcpTransport::SocketBuffer"},
        {"ns3::TcpSocket::RcvBufSize", "ns3::ddnn::TcpTransport::SocketBuffer"},
        {"ns3::TcpSocket::ConnCount", "ns3::ddnn::TcpTransport::ConnectRetries"},
        {"ns3::TcpSocket::DataRetries", "ns3::ddnn::TcpTransport::DataRetries"},
        {"ns3::ddnn::TcpTransport::ConnectTimeout", "tcp.connect_timeout"},
        {"ns3::ddnn::TcpTransport::MinimumRto", "tcp.minimum_rto"},
        {"ns3::ddnn::TcpTransport::DelayedAck", "tcp.delayed_ack"},
        {"ns3::ddnn::TcpTransport::QueueLength", "tcp.queue"},
        {"ns3::ddnn::CaptureClock::Samples", "workload.samples"},
        {"ns3::ddnn::CaptureClock::Interval", "workload.period"},
        {"ns3::ddnn::WarmUp::Earliest", "workload.start"},
        {"ns3::ddnn::InputCollector::WaitTime", "waits.NAME.time"},
        {"ns3::ddnn::InputCollector::SuspectAfter", "suspect_after"},
        {"ns3::ddnn::Heartbeat::Interval", "heartbeat.interval"},
        {"ns3::ddnn::Heartbeat::Misses", "heartbeat.misses"},
        {"ns3::ddnn::TierApplication::Eager", "escalation"},
        {"ns3::ddnn::TierApplication::BufferSamples", "buffer.samples"},
        {"ns3::ddnn::TierApplication::BufferLifetime", "buffer.lifetime"},
        {"ns3::ddnn::SectionApplication::Gated", "escalation"},
        {"ns3::ddnn::ExitApplication::Threshold", "thresholds.NAME"},
        {"ns3::ddnn::ExitApplication::TellsGateway", "fallback"},
        {"ns3::ddnn::ExitApplication::AcceptLate", "accept_late"},
        {"ns3::ddnn::Processor::FixedCost", "profiles.NAME.fixed_cost"},
        {"ns3::ddnn::Processor::BinaryRate", "profiles.NAME.binary_rate"},
        {"ns3::ddnn::Processor::RealRate", "profiles.NAME.real_rate"},
        {"ns3::ddnn::GilbertElliottErrorModel::Loss", "links.NAME.loss"},
        {"ns3::ddnn::GilbertElliottErrorModel::BurstStart", "links.NAME.burst.start"},
        {"ns3::ddnn::GilbertElliottErrorModel::BurstEnd", "links.NAME.burst.end"},
        {"ns3::ddnn::GilbertElliottErrorModel::BurstLoss", "links.NAME.burst.loss"},
        {"ns3::ddnn::BackgroundFlow::PayloadBytes", "background.NAME.bytes"},
        {"ns3::ddnn::BackgroundFlow::Interval", "background.NAME.rate"},
        {"ns3::ddnn::BackgroundFlow::Start", "background.NAME.start"},
        {"ns3::ddnn::ExitApplication::Port", ""},
        {"ns3::ddnn::TierApplication::Port", ""},
        {"ns3::ArpL3Protocol::RequestJitter", ""},
        {"ns3::Icmpv6L4Protocol::DAD", ""},
        {"ns3::Ipv6::IpForward", ""},
        {"ns3::LogDistancePropagationLossModel::ReferenceDistance", ""},
        {"ns3::LogDistancePropagationLossModel::ReferenceLoss", ""},
        {"ns3::StaWifiMac::MaxMissedBeacons", ""},
        {"ns3::TcpSocket::DelAckCount", ""},
        {"ns3::TcpSocket::TcpNoDelay", ""},
        {"ns3::TcpSocketBase::Sack", ""},
        {"ns3::TcpSocketBase::Timestamp", ""},
        {"ns3::WifiMac::BE_MaxAmpduSize", ""}};
    return attributes;
}

std::optional<std::string>
FindOwner(const std::string& name)
{
    for (const OwnedAttribute& attribute : GetOwnedAttributes())
    {
        if (attribute.name == name)
        {
            return attribute.owner;
        }
    }
    return std::nullopt;
}

} // namespace simulator
