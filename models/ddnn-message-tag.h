// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_MESSAGE_TAG_H
#define DDNN_MESSAGE_TAG_H

#include "models/ddnn-latency-account.h"

#include <ns3/tag.h>

#include <cstdint>

namespace ns3::ddnn
{

/// Bookkeeping that rides on a datagram without being sent: it costs no byte on any link.
class MessageTag : public Tag
{
  public:
    LatencyAccount account; //!< of the message, when it was sent
    Time sent;              //!< when

    static TypeId GetTypeId();
    TypeId GetInstanceTypeId() const override;
    std::uint32_t GetSerializedSize() const override;
    void Serialize(TagBuffer buffer) const override;
    void Deserialize(TagBuffer buffer) override;
    void Print(std::ostream& os) const override;
};

} // namespace ns3::ddnn

#endif // DDNN_MESSAGE_TAG_H
