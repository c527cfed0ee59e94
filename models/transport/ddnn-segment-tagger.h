// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_SEGMENT_TAGGER_H
#define DDNN_SEGMENT_TAGGER_H

#include <ns3/packet.h>
#include <ns3/sequence-number.h>
#include <ns3/tcp-header.h>
#include <ns3/tcp-socket-base.h>

#include <optional>

namespace ns3::ddnn
{

/// Tags the segments that one socket sends: hears its trace source Tx. SYN, FIN and RST, and bytes
/// that are sent for the first time, get no tag.
class SegmentTagger
{
  public:
    void operator()(const Ptr<const Packet>& payload,
                    const TcpHeader& header,
                    const Ptr<const TcpSocketBase>& socket);

  private:
    std::optional<SequenceNumber32> m_end; //!< behind the last byte that was sent
};

} // namespace ns3::ddnn

#endif // DDNN_SEGMENT_TAGGER_H
