// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DEPLOYMENT_H
#define SIMULATOR_DEPLOYMENT_H

#include "models/applications/ddnn-exit-application.h"
#include "models/applications/ddnn-gateway-application.h"
#include "models/applications/ddnn-section-application.h"
#include "models/ddnn-camera.h"
#include "models/ddnn-capture-clock.h"
#include "models/ddnn-processor.h"
#include "models/ddnn-warm-up.h"
#include "models/failures/ddnn-heartbeat.h"
#include "models/traffic/ddnn-background-flow.h"
#include "models/transport/ddnn-address-book.h"
#include "simulator/failures/failure-schedule.h"
#include "simulator/links/medium.h"
#include "simulator/topology/address-plan.h"

#include <ns3/node.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace simulator
{

class EdgeTakeover;

struct DeployedNode
{
    std::string
        name; //!< device-3, gateway-1, edge-2, cloud; behind site-4/ if there are several sites
    std::string tier; //!< device, gateway, edge, cloud
    ns3::Ptr<ns3::Node> node;
    ns3::Ptr<ns3::ddnn::Processor> processor;
};

struct DeployedLink
{
    std::string name; //!< local-3, edge-1, metro-2, backhaul-1; behind site-4/ as nodes
    Medium medium;
    AddressBlock addresses; //!< host 0 is the upper node, host 1 + i lower node i
};

/// What the recorder listens to at one site.
struct DeployedSite
{
    ns3::Ptr<ns3::ddnn::CaptureClock> clock;
    std::vector<ns3::Ptr<ns3::ddnn::Camera>> cameras;
    std::vector<ns3::Ptr<ns3::Node>> devices;
    /// Local, edge: those that there are; then standbys of the edge exit.
    std::vector<ns3::Ptr<ns3::ddnn::ExitApplication>> exits;
    ns3::Ptr<ns3::ddnn::GatewayApplication> gateway;
    std::vector<ns3::ddnn::WarmUp::Path> paths; //!< that messages of the site will take
    std::shared_ptr<EdgeTakeover> takeover;     //!< null: no edge has a standby
};

/// Traffic of others; nodes by Node::GetId().
struct DeployedFlow
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    ns3::Ptr<ns3::ddnn::BackgroundFlow> flow;
};

/// Nodes by their names.
struct DeployedHeartbeat
{
    std::string gateway;
    std::string edge;
    ns3::Ptr<ns3::ddnn::Heartbeat> heartbeat;
};

/// A scenario as ns-3 objects, ready to run. Keeps them alive until the simulator is destroyed.
struct Deployment
{
    std::vector<DeployedNode> nodes;
    std::vector<DeployedLink> links;
    std::vector<DeployedSite> sites;
    std::vector<DeployedFlow> background;
    std::vector<DeployedHeartbeat> heartbeats;
    std::shared_ptr<FailureSchedule> failures; //!< null: nothing fails
    ns3::Ptr<ns3::ddnn::SectionApplication> cloud;
    ns3::Ptr<ns3::ddnn::AddressBook> addresses;
    /// Starts the clocks when the network is ready. To be started itself when all who want to hear
    /// of it listen.
    ns3::Ptr<ns3::ddnn::WarmUp> warmUp;
};

/// Name of a node by its Node::GetId(). It must be one of the deployment's.
const std::string& GetNodeName(const Deployment& deployment, std::uint32_t id);

} // namespace simulator

#endif // SIMULATOR_DEPLOYMENT_H
