// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-message-tag.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(MessageTag);

namespace
{

// In halves: WriteU64 is no inline function, and a tag is written and read at every hop.
void
Write(TagBuffer& buffer, Time time)
{
    const auto step = static_cast<std::uint64_t>(time.GetTimeStep());
    buffer.WriteU32(static_cast<std::uint32_t>(step));
    buffer.WriteU32(static_cast<std::uint32_t>(step >> 32));
}

Time
Read(TagBuffer& buffer)
{
    const std::uint64_t low = buffer.ReadU32();
    const std::uint64_t high = buffer.ReadU32();
    return TimeStep(high << 32 | low);
}

} // namespace

TypeId
MessageTag::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::MessageTag")
                            .SetParent<Tag>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<MessageTag>();
    return tid;
}

TypeId
MessageTag::GetInstanceTypeId() const
{
    return GetTypeId();
}

std::uint32_t
MessageTag::GetSerializedSize() const
{
    return 5 * sizeof(std::uint64_t);
}

void
MessageTag::Serialize(TagBuffer buffer) const
{
    Write(buffer, account.compute);
    Write(buffer, account.queue);
    Write(buffer, account.network);
    Write(buffer, account.wait);
    Write(buffer, sent);
}

void
MessageTag::Deserialize(TagBuffer buffer)
{
    account.compute = Read(buffer);
    account.queue = Read(buffer);
    account.network = Read(buffer);
    account.wait = Read(buffer);
    sent = Read(buffer);
}

void
MessageTag::Print(std::ostream& os) const
{
    os << "sent=" << sent.As(Time::S);
}

} // namespace ns3::ddnn
