// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/outputs/frame-flights.h"

#include <ns3/simulator.h>

namespace simulator
{

namespace
{

/// Frames of one device that are remembered: more than are on their way at 10 Gbit/s and 50 ms.
constexpr std::size_t mostFlights = 1'000'000;

} // namespace

void
FrameFlights::Add(const Medium& medium, const ns3::Ptr<ns3::NetDevice>& device)
{
    const ns3::NetDevice* const upper = ns3::PeekPointer(medium.upper);
    auto sender = std::make_unique<Sender>(device->GetNode()->GetId());
    medium.listen(device, *sender, *sender);
    m_uppers[ns3::PeekPointer(device)] = upper;
    m_senders[{upper, device->GetAddress()}] = std::move(sender);
}

std::optional<FrameFlights::Flight>
FrameFlights::Find(const ns3::Ptr<ns3::NetDevice>& device,
                   const ns3::Address& from,
                   const ns3::Packet& packet) const
{
    const auto upper = m_uppers.find(ns3::PeekPointer(device));
    if (upper == m_uppers.end())
    {
        return std::nullopt;
    }
    const auto sender = m_senders.find({upper->second, from});
    return sender != m_senders.end() ? sender->second->Find(packet.GetUid()) : std::nullopt;
}

FrameFlights::Sender::Sender(std::uint32_t node) : m_node(node) {}

void
FrameFlights::Sender::Send(const Frame& frame)
{
    m_latest = {m_node, ns3::Simulator::Now(), frame.airTime};
    m_flights[frame.packet->GetUid()] = *m_latest;
    if (m_flights.size() > mostFlights)
    {
        m_flights.erase(m_flights.begin());
    }
}

void
FrameFlights::Sender::Drop()
{
}

std::optional<FrameFlights::Flight>
FrameFlights::Sender::Find(std::uint64_t packet) const
{
    // Where a device puts packets into new ones, there is but one frame on its way at a time.
    const auto flight = m_flights.find(packet);
    return flight != m_flights.end() ? flight->second : m_latest;
}

} // namespace simulator
