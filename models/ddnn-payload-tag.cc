// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-payload-tag.h"

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

std::uint32_t
CountPayloadBytes(const Packet& frame)
{
    const TypeId payload = PayloadTag::GetTypeId();
    std::uint32_t bytes = 0;
    ByteTagIterator tags = frame.GetByteTagIterator();
    while (tags.HasNext())
    {
        const ByteTagIterator::Item item = tags.Next();
        if (item.GetTypeId() == payload)
        {
            bytes += item.GetEnd() - item.GetStart();
        }
    }
    return bytes;
}

} // namespace ns3::ddnn
