// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_FRAME_HEADER_H
#define DDNN_FRAME_HEADER_H

#include <ns3/header.h>
#include <ns3/ipv4-address.h>

#include <array>
#include <cstdint>

namespace ns3::ddnn
{

/// What LinkTransport puts before every datagram: as many bytes as IPv4 and UDP. 28 bytes, network
/// byte order:
///
///     byte  0-3    address of the destination
///           4-5    port
///           6-27   zero
class FrameHeader : public Header
{
  public:
    static constexpr std::uint32_t size = 20 + 8;

    FrameHeader() = default;
    FrameHeader(Ipv4Address destination, std::uint16_t port);

    /// The header that the bytes of a frame begin with; only the first `usedBytes` are read.
    static FrameHeader Decode(const std::uint8_t* bytes);
    static constexpr std::uint32_t usedBytes = 4 + 2;

    Ipv4Address GetDestination() const;
    std::uint16_t GetPort() const;

    static TypeId GetTypeId();
    TypeId GetInstanceTypeId() const override;
    std::uint32_t GetSerializedSize() const override;
    void Serialize(Buffer::Iterator start) const override;
    std::uint32_t Deserialize(Buffer::Iterator start) override;
    void Print(std::ostream& os) const override;

  private:
    std::uint32_t m_destination = 0;
    std::uint16_t m_port = 0;
};

} // namespace ns3::ddnn

#endif // DDNN_FRAME_HEADER_H
