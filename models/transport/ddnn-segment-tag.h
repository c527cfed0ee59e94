// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_SEGMENT_TAG_H
#define DDNN_SEGMENT_TAG_H

#include <ns3/tag.h>

#include <cstdint>

namespace ns3::ddnn
{

/// Says of a TCP segment that it only acknowledges, or carries bytes that were sent before. It
/// costs no byte on any link, and says on every link of the way what the sender knew.
class SegmentTag : public Tag
{
  public:
    enum class Kind : std::uint8_t
    {
        Acknowledgement,
        Retransmission
    };

    SegmentTag() = default;
    explicit SegmentTag(Kind kind);

    Kind GetKind() const;

    static TypeId GetTypeId();
    TypeId GetInstanceTypeId() const override;
    std::uint32_t GetSerializedSize() const override;
    void Serialize(TagBuffer buffer) const override;
    void Deserialize(TagBuffer buffer) override;
    void Print(std::ostream& os) const override;

  private:
    Kind m_kind = Kind::Acknowledgement;
};

} // namespace ns3::ddnn

#endif // DDNN_SEGMENT_TAG_H
