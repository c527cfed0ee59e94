// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-payload-tag.h"

#include "models/ddnn-message-tag.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(PayloadTag);

TypeId
PayloadTag::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::PayloadTag")
                            .SetParent<Tag>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<PayloadTag>();
    return tid;
}

TypeId
PayloadTag::GetInstanceTypeId() const
{
    return GetTypeId();
}

std::uint32_t
PayloadTag::GetSerializedSize() const
{
    return 0;
}

void
PayloadTag::Serialize(TagBuffer /*buffer*/) const
{
}

void
PayloadTag::Deserialize(TagBuffer /*buffer*/)
{
}

void
PayloadTag::Print(std::ostream& os) const
{
    os << "payload";
}

namespace
{

/// Looks at the number of payload bytes in a MessageTag and leaves the rest alone: every frame of
/// every link is asked.
class PayloadBytes : public MessageTag
{
  public:
    void Deserialize(TagBuffer buffer) override
    {
        payloadBytes = buffer.ReadU32();
    }
};

} // namespace

std::uint32_t
CountPayloadBytes(const Packet& frame)
{
    PayloadBytes tag;
    if (frame.PeekPacketTag(tag))
    {
        return tag.payloadBytes;
    }
    std::uint32_t bytes = 0;
    ByteTagIterator tags = frame.GetByteTagIterator();
    while (tags.HasNext())
    {
        const ByteTagIterator::Item item = tags.Next();
        if (item.GetTypeId() == PayloadTag::GetTypeId())
        {
            bytes += item.GetEnd() - item.GetStart();
        }
    }
    return bytes;
}

} // namespace ns3::ddnn
