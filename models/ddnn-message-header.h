// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_MESSAGE_HEADER_H
#define DDNN_MESSAGE_HEADER_H

#include "models/ddnn-message.h"

#include <ns3/header.h>

#include <array>

namespace ns3::ddnn
{

/// Header before every datagram's part of the payload. 18 bytes, network byte order:
///
///     byte  0      type (MessageType)
///           1      tier of the sender (Tier)
///           2-3    sender: index of the node in its tier and site
///           4-7    site
///           8-11   sample
///          12-13   views: device views that the payload was made from
///          14-15   fragment: index of this datagram's part
///          16-17   fragments: number of parts the message was cut into, at least 1
class MessageHeader : public Header
{
  public:
    static constexpr std::uint32_t size = 1 + 1 + 2 + 4 + 4 + 2 + 2 + 2;

    MessageHeader() = default;
    MessageHeader(const Message& message, std::uint16_t fragment, std::uint16_t fragments);

    /// The header that `size` bytes hold.
    static MessageHeader Decode(const std::uint8_t* bytes);
    std::array<std::uint8_t, size> Encode() const;

    /// Copies what the header says of the message; leaves payload and account alone.
    void CopyTo(Message& message) const;
    std::uint16_t GetFragment() const;
    std::uint16_t GetFragments() const;
    /// Whether type, tier and fragment numbers are ones that can be.
    bool IsValid() const;

    static TypeId GetTypeId();
    TypeId GetInstanceTypeId() const override;
    std::uint32_t GetSerializedSize() const override;
    void Serialize(Buffer::Iterator start) const override;
    std::uint32_t Deserialize(Buffer::Iterator start) override;
    void Print(std::ostream& os) const override;

  private:
    std::uint8_t m_type = 0;
    std::uint8_t m_tier = 0;
    std::uint16_t m_sender = 0;
    SampleId m_id;
    std::uint16_t m_views = 0;
    std::uint16_t m_fragment = 0;
    std::uint16_t m_fragments = 1;
};

/// Whole numbers in network byte order.
std::uint32_t ReadBigEndian(const std::uint8_t* bytes, int count);
void WriteBigEndian(std::uint8_t* bytes, std::uint32_t value, int count);

} // namespace ns3::ddnn

#endif // DDNN_MESSAGE_HEADER_H
