// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-segment-tagger.h"

#include "models/transport/ddnn-segment-tag.h"

namespace ns3::ddnn
{

void
SegmentTagger::operator()(const Ptr<const Packet>& payload,
                          const TcpHeader& header,
                          const Ptr<const TcpSocketBase>& /*socket*/)
{
    if (payload->GetSize() == 0)
    {
        if (header.GetFlags() == TcpHeader::ACK)
        {
            payload->AddPacketTag(SegmentTag(SegmentTag::Kind::Acknowledgement));
        }
        return;
    }
    const SequenceNumber32 begin = header.GetSequenceNumber();
    const SequenceNumber32 end = begin + payload->GetSize();
    if (m_end && begin < *m_end)
    {
        payload->AddPacketTag(SegmentTag(SegmentTag::Kind::Retransmission));
    }
    if (!m_end || *m_end < end)
    {
        m_end = end;
    }
}

} // namespace ns3::ddnn
