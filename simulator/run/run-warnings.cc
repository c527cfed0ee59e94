// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/run-warnings.h"

#include "models/applications/ddnn-device-application.h"
#include "simulator/scenario/quantity.h"
#include "simulator/topology/failure-overlap.h"
#include "simulator/topology/short-waits.h"

#include <algorithm>
#include <optional>

namespace simulator
{

namespace
{

std::optional<std::string>
FindSilence(const Deployment& deployment)
{
    constexpr std::size_t shown = 3;
    const auto silent = deployment.warmUp->GetSilent();
    if (silent.empty())
    {
        return std::nullopt;
    }
    std::string text = "the network was not ready at the first capture: nothing got from ";
    for (std::size_t i = 0; i < std::min(shown, silent.size()); ++i)
    {
        text += (i > 0 ? ", from " : "") + GetNodeName(deployment, silent[i].from) + " to " +
                GetNodeName(deployment, silent[i].to.node);
    }
    if (silent.size() > shown)
    {
        text += ", and on " + std::to_string(silent.size() - shown) + " more paths";
    }
    return text;
}

/// Longest service time of the sections of a tier.
ns3::Time
FindServiceTime(const Deployment& deployment, const std::string& tier)
{
    ns3::Time longest;
    for (const DeployedNode& node : deployment.nodes)
    {
        for (std::uint32_t i = 0; node.tier == tier && i < node.node->GetNApplications(); ++i)
        {
            const auto section =
                ns3::DynamicCast<ns3::ddnn::TierApplication>(node.node->GetApplication(i));
            longest = std::max(longest, section ? section->GetServiceTime() : ns3::Time(0));
        }
    }
    return longest;
}

/// Of the sections up to the first exit.
ns3::Time
FindFirstComputeTime(const Deployment& deployment)
{
    const auto& exits = deployment.sites.front().exits;
    const ns3::Time device = FindServiceTime(deployment, "device");
    if (exits.empty())
    {
        return device + FindServiceTime(deployment, "cloud");
    }
    const bool isLocal = exits.front()->GetTier() == ns3::ddnn::Tier::Device;
    return isLocal ? device : device + FindServiceTime(deployment, "edge");
}

std::optional<std::string>
FindDeadlineTooShort(const Scenario& scenario, const Deployment& deployment)
{
    const ns3::Time compute = FindFirstComputeTime(deployment);
    if (!scenario.deadline || *scenario.deadline >= compute)
    {
        return std::nullopt;
    }
    return "deadline " + FormatTime(*scenario.deadline) +
           " is shorter than the sections up to the first exit compute: " + FormatTime(compute);
}

} // namespace

std::vector<std::string>
FindWarnings(const Scenario& scenario, const nn::NetworkDescription& network)
{
    std::vector<std::string> warnings = FindShortWaits(scenario, network);
    if (const auto overlap = FindOverlap(scenario, network))
    {
        warnings.push_back(*overlap);
    }
    return warnings;
}

std::vector<std::string>
FindWarnings(const Scenario& scenario,
             const nn::NetworkDescription& network,
             const Deployment& deployment)
{
    std::vector<std::string> warnings;
    for (const auto& warning :
         {FindSilence(deployment), FindDeadlineTooShort(scenario, deployment)})
    {
        if (warning)
        {
            warnings.push_back(*warning);
        }
    }
    const std::vector<std::string> ofScenario = FindWarnings(scenario, network);
    warnings.insert(warnings.end(), ofScenario.begin(), ofScenario.end());
    return warnings;
}

} // namespace simulator
