// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/link-counter.h"

#include "models/ddnn-payload-tag.h"
#include "models/traffic/ddnn-background-tag.h"
#include "models/transport/ddnn-segment-tag.h"

#include <ns3/simulator.h>

#include <algorithm>
#include <utility>

namespace simulator
{

namespace
{

/// Why a frame is sent, as the link knows it, or else the transport.
Frame::Kind
GetKind(const Frame& frame)
{
    using ns3::ddnn::SegmentTag;
    SegmentTag tag;
    if (frame.kind != Frame::Kind::Original || !frame.packet->PeekPacketTag(tag))
    {
        return frame.kind;
    }
    return tag.GetKind() == SegmentTag::Kind::Retransmission ? Frame::Kind::Retransmission
                                                             : Frame::Kind::Acknowledgement;
}

} // namespace

LinkCounter::LinkCounter(TrafficBySecond& traffic) : m_traffic(traffic) {}

void
LinkCounter::Send(const Frame& frame)
{
    const std::uint32_t size = frame.packet->GetSize();
    m_total.Add(size);
    const ns3::Time now = ns3::Simulator::Now();
    if (now < m_firstCapture)
    {
        m_warmUp.Add(size);
        return;
    }
    m_traffic.AddWire(now, size);
    m_busy += frame.airTime;
    m_lastEnd = std::max(m_lastEnd, now + frame.airTime);
    switch (GetKind(frame))
    {
    case Frame::Kind::Retransmission:
        m_retransmission.Add(size);
        return;
    case Frame::Kind::Acknowledgement:
        m_acknowledgement.Add(size);
        return;
    case Frame::Kind::Original:
        CountOriginal(*frame.packet);
    }
}

void
LinkCounter::CountOriginal(const ns3::Packet& packet)
{
    const std::uint32_t payload = ns3::ddnn::CountPayloadBytes(packet);
    if (payload > 0)
    {
        m_traffic.AddPayload(payload);
        m_payload.Add(payload);
        m_header.Add(packet.GetSize() - payload);
    }
    else if (ns3::ddnn::IsBackground(packet))
    {
        m_background.Add(packet.GetSize());
    }
    else
    {
        m_control.Add(packet.GetSize());
    }
}

void
LinkCounter::Drop()
{
    ++m_dropped;
}

void
LinkCounter::SetFirstCapture(ns3::Time time)
{
    m_firstCapture = time;
}

std::vector<analysis::LinkRecord>
LinkCounter::GetRecords(const std::string& link, const std::string& direction, ns3::Time end) const
{
    std::vector<analysis::LinkRecord> records;
    const auto add = [&](const char* kind, const Count& count) {
        analysis::LinkRecord record;
        record.link = link;
        record.direction = direction;
        record.kind = kind;
        record.bytes = count.bytes;
        record.packets = count.packets;
        records.push_back(record);
    };
    add("payload", m_payload);
    add("header", m_header);
    add("control", m_control);
    for (const auto& [kind, count] : {std::pair{"background", &m_background},
                                      std::pair{"retransmission", &m_retransmission},
                                      std::pair{"ack", &m_acknowledgement},
                                      std::pair{"warmup", &m_warmUp}})
    {
        if (count->packets > 0)
        {
            add(kind, *count);
        }
    }
    add("total", m_total);
    records.back().dropped = m_dropped;
    const ns3::Time whole = std::max(end, m_lastEnd) - m_firstCapture;
    if (whole.IsStrictlyPositive())
    {
        records.back().utilization = m_busy.GetSeconds() / whole.GetSeconds();
    }
    return records;
}

} // namespace simulator
