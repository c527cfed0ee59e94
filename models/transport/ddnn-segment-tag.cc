// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-segment-tag.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(SegmentTag);

SegmentTag::SegmentTag(Kind kind) : m_kind(kind) {}

SegmentTag::Kind
SegmentTag::GetKind() const
{
    return m_kind;
}

TypeId
SegmentTag::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::SegmentTag")
                            .SetParent<Tag>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<SegmentTag>();
    return tid;
}

TypeId
SegmentTag::GetInstanceTypeId() const
{
    return GetTypeId();
}

std::uint32_t
SegmentTag::GetSerializedSize() const
{
    return sizeof(Kind);
}

void
SegmentTag::Serialize(TagBuffer buffer) const
{
    buffer.WriteU8(static_cast<std::uint8_t>(m_kind));
}

void
SegmentTag::Deserialize(TagBuffer buffer)
{
    m_kind = static_cast<Kind>(buffer.ReadU8());
}

void
SegmentTag::Print(std::ostream& os) const
{
    os << (m_kind == Kind::Acknowledgement ? "acknowledgement" : "retransmission");
}

} // namespace ns3::ddnn
