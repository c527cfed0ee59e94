// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/edge-takeover.h"

#include <utility>

namespace simulator
{

EdgeTakeover::EdgeTakeover(std::shared_ptr<SiteRoutes> routes,
                           std::vector<Place> edges,
                           std::size_t hub)
    : m_routes(std::move(routes)), m_edges(std::move(edges)), m_hub(hub)
{
}

void
EdgeTakeover::AddStandby(std::size_t group, const Place& place)
{
    m_standbys[group] = place;
}

void
EdgeTakeover::SetApplications(Applications applications)
{
    m_applications = std::move(applications);
}

void
EdgeTakeover::Begin(std::size_t group)
{
    m_dead.insert(group);
    Apply();
}

void
EdgeTakeover::End(std::size_t group)
{
    m_dead.erase(group);
    Apply();
}

void
EdgeTakeover::Apply()
{
    m_routes->Update(m_dead);
    std::vector<ns3::ddnn::Endpoint> sections;
    for (std::size_t group = 0; group < m_edges.size(); ++group)
    {
        sections.push_back(GetPlace(group).section);
        for (const auto& device : m_applications.devices[group])
        {
            device->SetParent(sections.back());
        }
    }
    for (const auto& section : m_applications.sections)
    {
        section->SetExit(GetPlace(m_hub).exit);
    }
    for (const auto& exit : m_applications.exits)
    {
        exit->SetHolders(sections);
    }
}

const EdgeTakeover::Place&
EdgeTakeover::GetPlace(std::size_t group) const
{
    return m_dead.count(group) == 1 ? m_standbys.at(group) : m_edges[group];
}

} // namespace simulator
