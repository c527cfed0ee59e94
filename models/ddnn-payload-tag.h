// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_PAYLOAD_TAG_H
#define DDNN_PAYLOAD_TAG_H

#include <ns3/packet.h>
#include <ns3/tag.h>

#include <cstdint>

namespace ns3::ddnn
{

/// Marks the bytes of a stream that are scores or features. It costs no byte on any link and stays
/// with its bytes however a protocol cuts the stream.
class PayloadTag : public Tag
{
  public:
    static TypeId GetTypeId();
    TypeId GetInstanceTypeId() const override;
    std::uint32_t GetSerializedSize() const override;
    void Serialize(TagBuffer buffer) const override;
    void Deserialize(TagBuffer buffer) override;
    void Print(std::ostream& os) const override;
};

/// Bytes of scores and features in a frame, whichever transport it belongs to.
std::uint32_t CountPayloadBytes(const Packet& frame);

} // namespace ns3::ddnn

#endif // DDNN_PAYLOAD_TAG_H
