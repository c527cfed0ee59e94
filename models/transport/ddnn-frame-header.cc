// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-frame-header.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(FrameHeader);

FrameHeader::FrameHeader(Ipv4Address destination, std::uint16_t port)
    : m_destination(destination.Get()), m_port(port)
{
}

FrameHeader
FrameHeader::Decode(const std::uint8_t* bytes)
{
    FrameHeader header;
    header.m_destination = Ipv4Address::Deserialize(bytes).Get();
    header.m_port = static_cast<std::uint16_t>(bytes[4] << 8 | bytes[5]);
    return header;
}

Ipv4Address
FrameHeader::GetDestination() const
{
    return Ipv4Address(m_destination);
}

std::uint16_t
FrameHeader::GetPort() const
{
    return m_port;
}

TypeId
FrameHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::FrameHeader")
                            .SetParent<Header>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<FrameHeader>();
    return tid;
}

TypeId
FrameHeader::GetInstanceTypeId() const
{
    return GetTypeId();
}

std::uint32_t
FrameHeader::GetSerializedSize() const
{
    return size;
}

void
FrameHeader::Serialize(Buffer::Iterator start) const
{
    start.WriteHtonU32(m_destination);
    start.WriteHtonU16(m_port);
    start.WriteU8(0, size - usedBytes);
}

std::uint32_t
FrameHeader::Deserialize(Buffer::Iterator start)
{
    m_destination = start.ReadNtohU32();
    m_port = start.ReadNtohU16();
    return size;
}

void
FrameHeader::Print(std::ostream& os) const
{
    os << "destination=" << GetDestination() << " port=" << m_port;
}

} // namespace ns3::ddnn
