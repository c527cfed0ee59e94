// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-message-tag.h"

#include <ostream>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(MessageTag);

namespace
{

void
Write(TagBuffer& buffer, Time time)
{
    buffer.WriteU64(static_cast<std::uint64_t>(time.GetNanoSeconds()));
}

Time
Read(TagBuffer& buffer)
{
    return NanoSeconds(buffer.ReadU64());
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
    return 5 * sizeof(std::uint64_t) + sizeof(std::uint32_t);
}

void
MessageTag::Serialize(TagBuffer buffer) const
{
    Write(buffer, account.compute);
    Write(buffer, account.queue);
    Write(buffer, account.network);
    Write(buffer, account.wait);
    Write(buffer, sent);
    buffer.WriteU32(payloadBytes);
}

void
MessageTag::Deserialize(TagBuffer buffer)
{
    account.compute = Read(buffer);
    account.queue = Read(buffer);
    account.network = Read(buffer);
    account.wait = Read(buffer);
    sent = Read(buffer);
    payloadBytes = buffer.ReadU32();
}

void
MessageTag::Print(std::ostream& os) const
{
    os << "sent=" << sent.As(Time::S) << " payload=" << payloadBytes;
}

} // namespace ns3::ddnn
