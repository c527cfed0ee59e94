// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-sample-buffer.h"

#include <ns3/simulator.h>

namespace ns3::ddnn
{

void
SampleBuffer::SetLimits(std::uint32_t samples, Time lifetime)
{
    m_samples = samples;
    m_lifetime = lifetime;
}

void
SampleBuffer::Add(const Message& message)
{
    Site& site = m_sites[message.id.site];
    Entry& entry = site[message.id.sample];
    if (entry.messages.empty())
    {
        entry.added = Simulator::Now();
    }
    entry.messages.push_back(message);
    RemoveOld(site);
}

std::vector<Message>
SampleBuffer::Take(SampleId id)
{
    Site& site = m_sites[id.site];
    RemoveOld(site);
    auto found = site.find(id.sample);
    if (found == site.end())
    {
        return {};
    }
    std::vector<Message> messages = std::move(found->second.messages);
    site.erase(found);
    return messages;
}

void
SampleBuffer::RemoveOld(Site& site)
{
    while (!site.empty() &&
           (site.size() > m_samples || Simulator::Now() - site.begin()->second.added > m_lifetime))
    {
        site.erase(site.begin());
        ++m_expired;
    }
}

std::uint64_t
SampleBuffer::GetExpired() const
{
    return m_expired;
}

} // namespace ns3::ddnn
