// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EDGE_TAKEOVER_H
#define SIMULATOR_EDGE_TAKEOVER_H

#include "models/applications/ddnn-device-application.h"
#include "models/applications/ddnn-exit-application.h"
#include "models/applications/ddnn-section-application.h"
#include "simulator/topology/site-routes.h"

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace simulator
{

/// Moves the work of the dead edges of one site to their standbys, and back: routes, whom devices
/// send features to, whom the edges offer scores to, and who is told to send or to forget.
///
/// All of it happens at the moment at which a gateway finds out. Leaves out: the messages that tell
/// the others. What is under way to the one is not brought to the other.
class EdgeTakeover
{
  public:
    /// Where an edge, or its standby, is spoken to.
    struct Place
    {
        ns3::ddnn::Endpoint section;
        ns3::ddnn::Endpoint exit; //!< of the edge that hosts the edge exit
    };

    /// All who have to know where the sections of edges run.
    struct Applications
    {
        /// By group: the devices.
        std::vector<std::vector<ns3::Ptr<ns3::ddnn::DeviceApplication>>> devices;
        std::vector<ns3::Ptr<ns3::ddnn::SectionApplication>> sections; //!< standbys, too
        /// Which tell the edges what to do with features.
        std::vector<ns3::Ptr<ns3::ddnn::ExitApplication>> exits;
    };

    /// \param hub group of the edge that hosts the edge exit
    EdgeTakeover(std::shared_ptr<SiteRoutes> routes, std::vector<Place> edges, std::size_t hub);

    void AddStandby(std::size_t group, const Place& place);
    void SetApplications(Applications applications);

    /// The edge of a group is dead; it must have a standby.
    void Begin(std::size_t group);
    /// It is back.
    void End(std::size_t group);

  private:
    void Apply();
    const Place& GetPlace(std::size_t group) const;

    std::shared_ptr<SiteRoutes> m_routes;
    std::vector<Place> m_edges; //!< by group
    std::map<std::size_t, Place> m_standbys;
    std::size_t m_hub;
    Applications m_applications;
    std::set<std::size_t> m_dead;
};

} // namespace simulator

#endif // SIMULATOR_EDGE_TAKEOVER_H
