// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/link-counter.h"

#include "models/ddnn-payload-tag.h"

#include <ns3/simulator.h>

#include <algorithm>

namespace simulator
{

void
LinkCounter::Send(const Frame& frame)
{
    const std::uint32_t size = frame.packet->GetSize();
    m_total.bytes += size;
    ++m_total.packets;
    const ns3::Time now = ns3::Simulator::Now();
    if (now < m_firstCapture)
    {
        m_warmUp.bytes += size;
        ++m_warmUp.packets;
        return;
    }
    m_busy += frame.airTime;
    m_lastEnd = now + frame.airTime;
    const std::uint32_t payload = ns3::ddnn::CountPayloadBytes(*frame.packet);
    if (payload > 0)
    {
        m_payload.bytes += payload;
        ++m_payload.packets;
        m_header.bytes += size - payload;
        ++m_header.packets;
    }
    else
    {
        m_control.bytes += size;
        ++m_control.packets;
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
    if (m_warmUp.packets > 0)
    {
        add("warmup", m_warmUp);
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
