// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-sample-buffer.h"

#include <ns3/simulator.h>

#include <utility>

namespace ns3::ddnn
{

void
SampleBuffer::SetLimits(std::uint32_t samples, Time lifetime)
{
    m_samples = samples;
    m_lifetime = lifetime;
}

void
SampleBuffer::SetExpired(std::function<void(SampleId)> expired)
{
    m_expired = std::move(expired);
}

void
SampleBuffer::Add(Message message)
{
    const std::uint32_t number = message.id.site;
    Site& site = m_sites[number];
    Entry& entry = site[message.id.sample];
    if (entry.messages.empty())
    {
        entry.added = Simulator::Now();
    }
    entry.messages.push_back(std::move(message));
    RemoveOld(number, site);
}

std::vector<Message>
SampleBuffer::Take(SampleId id)
{
    Site& site = m_sites[id.site];
    RemoveOld(id.site, site);
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
SampleBuffer::RemoveOld(std::uint32_t number, Site& site)
{
    while (!site.empty() &&
           (site.size() > m_samples || Simulator::Now() - site.begin()->second.added > m_lifetime))
    {
        if (m_expired)
        {
            m_expired({number, site.begin()->first});
        }
        site.erase(site.begin());
    }
}

} // namespace ns3::ddnn
