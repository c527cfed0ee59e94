// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-message-header.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(MessageHeader);

MessageHeader::MessageHeader(const Message& message,
                             std::uint16_t fragment,
                             std::uint16_t fragments)
    : m_type(static_cast<std::uint8_t>(message.type)),
      m_tier(static_cast<std::uint8_t>(message.senderTier)),
      m_sender(message.sender),
      m_id(message.id),
      m_views(message.views),
      m_fragment(fragment),
      m_fragments(fragments)
{
}

void
MessageHeader::CopyTo(Message& message) const
{
    message.type = static_cast<MessageType>(m_type);
    message.senderTier = static_cast<Tier>(m_tier);
    message.sender = m_sender;
    message.id = m_id;
    message.views = m_views;
}

std::uint16_t
MessageHeader::GetFragment() const
{
    return m_fragment;
}

std::uint16_t
MessageHeader::GetFragments() const
{
    return m_fragments;
}

bool
MessageHeader::IsValid() const
{
    return m_type >= static_cast<std::uint8_t>(MessageType::Scores) &&
           m_type <= static_cast<std::uint8_t>(MessageType::Answer) &&
           m_tier <= static_cast<std::uint8_t>(Tier::Cloud) && m_fragment < m_fragments;
}

TypeId
MessageHeader::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::MessageHeader")
                            .SetParent<Header>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<MessageHeader>();
    return tid;
}

TypeId
MessageHeader::GetInstanceTypeId() const
{
    return GetTypeId();
}

std::uint32_t
MessageHeader::GetSerializedSize() const
{
    return size;
}

void
MessageHeader::Serialize(Buffer::Iterator start) const
{
    start.WriteU8(m_type);
    start.WriteU8(m_tier);
    start.WriteHtonU16(m_sender);
    start.WriteHtonU32(m_id.site);
    start.WriteHtonU32(m_id.sample);
    start.WriteHtonU16(m_views);
    start.WriteHtonU16(m_fragment);
    start.WriteHtonU16(m_fragments);
}

std::uint32_t
MessageHeader::Deserialize(Buffer::Iterator start)
{
    m_type = start.ReadU8();
    m_tier = start.ReadU8();
    m_sender = start.ReadNtohU16();
    m_id.site = start.ReadNtohU32();
    m_id.sample = start.ReadNtohU32();
    m_views = start.ReadNtohU16();
    m_fragment = start.ReadNtohU16();
    m_fragments = start.ReadNtohU16();
    return size;
}

void
MessageHeader::Print(std::ostream& os) const
{
    os << "type=" << unsigned{m_type} << " tier=" << unsigned{m_tier} << " sender=" << m_sender
       << " site=" << m_id.site << " sample=" << m_id.sample << " views=" << m_views
       << " fragment=" << m_fragment << "/" << m_fragments;
}

} // namespace ns3::ddnn
