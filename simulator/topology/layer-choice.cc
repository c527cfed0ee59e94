// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/layer-choice.h"

#include "simulator/links/link-type.h"
#include "simulator/topology/standby-plan.h"
#include "simulator/transports/transport-type.h"

#include <algorithm>

namespace simulator
{

std::vector<std::string>
GetUsedLinks(const Scenario& scenario, const nn::NetworkDescription& network)
{
    std::vector<std::string> links = {"local", "backhaul"};
    if (network.HasEdges())
    {
        links.insert(links.end(), {"edge", "metro"});
    }
    if (!GetStandbys(scenario).empty())
    {
        links.emplace_back("spare");
    }
    return links;
}

const NetworkLayer&
ChooseLayer(const Scenario& scenario, const nn::NetworkDescription& network)
{
    const TransportType& transport = GetTransportType(scenario.transport);
    const std::vector<std::string> links = GetUsedLinks(scenario, network);
    const bool needsIpv6 = std::any_of(links.begin(), links.end(), [&](const std::string& link) {
        return GetLinkType(scenario.links.at(link).type).cargo == LinkCargo::OnlyIpv6;
    });
    return needsIpv6 && transport.ipv6Layer ? *transport.ipv6Layer : transport.layer;
}

} // namespace simulator
