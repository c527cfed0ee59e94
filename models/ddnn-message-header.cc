// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-message-header.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(MessageHeader);

std::uint32_t
ReadBigEndian(const std::uint8_t* bytes, int count)
{
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i)
    {
        value = value << 8 | bytes[i];
    }
    return value;
}

void
WriteBigEndian(std::uint8_t* bytes, std::uint32_t value, int count)
{
    for (int i = count - 1; i >= 0; --i, value >>= 8)
    {
        bytes[i] = static_cast<std::uint8_t>(value);
    }
}

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
           m_type <= static_cast<std::uint8_t>(MessageType::Verdict) &&
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

MessageHeader
MessageHeader::Decode(const std::uint8_t* bytes)
{
    MessageHeader header;
    header.m_type = bytes[0];
    header.m_tier = bytes[1];
    header.m_sender = static_cast<std::uint16_t>(ReadBigEndian(bytes + 2, 2));
    header.m_id.site = ReadBigEndian(bytes + 4, 4);
    header.m_id.sample = ReadBigEndian(bytes + 8, 4);
    header.m_views = static_cast<std::uint16_t>(ReadBigEndian(bytes + 12, 2));
    header.m_fragment = static_cast<std::uint16_t>(ReadBigEndian(bytes + 14, 2));
    header.m_fragments = static_cast<std::uint16_t>(ReadBigEndian(bytes + 16, 2));
    return header;
}

std::array<std::uint8_t, MessageHeader::size>
MessageHeader::Encode() const
{
    std::array<std::uint8_t, size> bytes{};
    bytes[0] = m_type;
    bytes[1] = m_tier;
    WriteBigEndian(&bytes[2], m_sender, 2);
    WriteBigEndian(&bytes[4], m_id.site, 4);
    WriteBigEndian(&bytes[8], m_id.sample, 4);
    WriteBigEndian(&bytes[12], m_views, 2);
    WriteBigEndian(&bytes[14], m_fragment, 2);
    WriteBigEndian(&bytes[16], m_fragments, 2);
    return bytes;
}

void
MessageHeader::Serialize(Buffer::Iterator start) const
{
    start.Write(Encode().data(), size);
}

std::uint32_t
MessageHeader::Deserialize(Buffer::Iterator start)
{
    std::array<std::uint8_t, size> bytes{};
    start.Read(bytes.data(), size);
    *this = Decode(bytes.data());
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
