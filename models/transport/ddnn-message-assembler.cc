// SPDX-License-Identifier: GPL-2.0-only
#include "models/transport/ddnn-message-assembler.h"

#include "models/ddnn-message-header.h"

#include <ns3/simulator.h>

#include <algorithm>
#include <utility>

namespace ns3::ddnn
{

void
MessageAssembler::SetForgotten(std::function<void(std::uint32_t)> forgotten)
{
    m_forgotten = std::move(forgotten);
}

void
MessageAssembler::SetTimeout(Time timeout)
{
    m_timeout = timeout;
    m_nextStale = Time(0);
}

bool
MessageAssembler::Add(std::uint16_t port, const MessageHeader& header, Bytes part, Message& message)
{
    ForgetOld();
    const Key key{port, message.type, message.senderTier, message.sender, message.id};
    auto [found, isNew] = m_assembling.try_emplace(key);
    Parts& parts = found->second;
    if (isNew)
    {
        parts.parts.resize(header.GetFragments());
        parts.arrived.resize(header.GetFragments());
        parts.missing = header.GetFragments();
    }
    parts.last = Simulator::Now();
    const std::uint16_t index = header.GetFragment();
    if (index >= parts.parts.size() || parts.arrived[index])
    {
        return false; // a part of another cutting, or a double
    }
    parts.parts[index] = std::move(part);
    parts.arrived[index] = true;
    if (--parts.missing > 0)
    {
        return false;
    }
    for (const Bytes& bytes : parts.parts)
    {
        message.payload.insert(message.payload.end(), bytes.begin(), bytes.end());
    }
    m_assembling.erase(found);
    return true;
}

void
MessageAssembler::Clear()
{
    m_assembling.clear();
}

void
MessageAssembler::ForgetOld()
{
    const Time now = Simulator::Now();
    if (now <= m_nextStale)
    {
        return; // looking through all of them at every part would take quadratic time
    }
    Time oldest = now;
    for (auto entry = m_assembling.begin(); entry != m_assembling.end();)
    {
        const Parts& parts = entry->second;
        if (now - parts.last <= m_timeout)
        {
            oldest = std::min(oldest, parts.last);
            ++entry;
            continue;
        }
        m_forgotten(static_cast<std::uint32_t>(parts.parts.size() - parts.missing));
        entry = m_assembling.erase(entry);
    }
    m_nextStale = oldest + m_timeout;
}

} // namespace ns3::ddnn
