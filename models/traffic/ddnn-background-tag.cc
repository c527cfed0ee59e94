// SPDX-License-Identifier: GPL-2.0-only
#include "models/traffic/ddnn-background-tag.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(BackgroundTag);

TypeId
BackgroundTag::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::BackgroundTag")
                            .SetParent<Tag>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<BackgroundTag>();
    return tid;
}

TypeId
BackgroundTag::GetInstanceTypeId() const
{
    return GetTypeId();
}

std::uint32_t
BackgroundTag::GetSerializedSize() const
{
    return 0;
}

void
BackgroundTag::Serialize(TagBuffer /*buffer*/) const
{
}

void
BackgroundTag::Deserialize(TagBuffer /*buffer*/)
{
}

void
BackgroundTag::Print(std::ostream& os) const
{
    os << "background";
}

bool
IsBackground(const Packet& frame)
{
    BackgroundTag tag;
    return frame.PeekPacketTag(tag);
}

} // namespace ns3::ddnn
