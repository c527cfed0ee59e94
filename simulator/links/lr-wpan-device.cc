// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lr-wpan-device.h"

#include <ns3/constant-position-mobility-model.h>
#include <ns3/lr-wpan-mac-header.h>
#include <ns3/lr-wpan-mac.h>
#include <ns3/lr-wpan-phy.h>

namespace simulator
{

FrameIdentity::FrameIdentity(const ns3::Packet& frame) : m_packet(frame.GetUid())
{
    ns3::LrWpanMacHeader header;
    frame.PeekHeader(header);
    m_sequence = header.GetSeqNum();
    m_isAcknowledgement = header.IsAcknowledgment();
    m_sender = header.GetShortSrcAddr();
}

bool
FrameIdentity::IsAcknowledgement() const
{
    return m_isAcknowledgement;
}

ns3::Mac16Address
FrameIdentity::GetSender() const
{
    return m_sender;
}

bool
FrameIdentity::operator==(const FrameIdentity& other) const
{
    return m_packet == other.m_packet && m_sequence == other.m_sequence;
}

void
LrWpanDevice::DropDoubles()
{
    // The MAC tells of a frame for this node right before it hands over what the frame carries.
    GetMac()->TraceConnectWithoutContext("MacRx", ns3::MakeCallback(&LrWpanDevice::See, this));
}

void
LrWpanDevice::SetReceiveCallback(ReceiveCallback callback)
{
    m_receive = callback;
    LrWpanNetDevice::SetReceiveCallback(ns3::MakeCallback(&LrWpanDevice::Receive, this));
}

void
LrWpanDevice::See(ns3::Ptr<const ns3::Packet> frame)
{
    const FrameIdentity identity(*frame);
    if (identity.IsAcknowledgement())
    {
        return;
    }
    FrameIdentity& latest = m_latest[identity.GetSender()];
    m_isDouble = identity == latest;
    latest = identity;
}

void
LrWpanDevice::SwitchOff()
{
    // Out of reach of all others: a transceiver that is switched off makes ns-3's MAC abort.
    auto away = ns3::CreateObject<ns3::ConstantPositionMobilityModel>();
    away->SetPosition({1e12, 0, 0});
    m_place = GetPhy()->GetMobility();
    GetPhy()->SetMobility(away);
    m_isOn = false;
}

void
LrWpanDevice::SwitchOn()
{
    GetPhy()->SetMobility(m_place);
    m_isOn = true;
}

bool
LrWpanDevice::IsOn() const
{
    return m_isOn;
}

bool
LrWpanDevice::Receive(ns3::Ptr<ns3::NetDevice> device,
                      ns3::Ptr<const ns3::Packet> packet,
                      std::uint16_t protocol,
                      const ns3::Address& from)
{
    return !m_isOn || m_isDouble || m_receive(device, packet, protocol, from);
}

} // namespace simulator
