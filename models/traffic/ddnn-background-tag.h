// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_BACKGROUND_TAG_H
#define DDNN_BACKGROUND_TAG_H

#include <ns3/packet.h>
#include <ns3/tag.h>

namespace ns3::ddnn
{

/// Marks packets of background traffic. It costs no byte on any link.
class BackgroundTag : public Tag
{
  public:
    static TypeId GetTypeId();
    TypeId GetInstanceTypeId() const override;
    std::uint32_t GetSerializedSize() const override;
    void Serialize(TagBuffer buffer) const override;
    void Deserialize(TagBuffer buffer) override;
    void Print(std::ostream& os) const override;
};

/// Whether a frame, or the packet in it, is background traffic.
bool IsBackground(const Packet& frame);

} // namespace ns3::ddnn

#endif // DDNN_BACKGROUND_TAG_H
