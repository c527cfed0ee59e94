// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/topology/failure-builder.h"

#include "simulator/failures/failure-kind.h"
#include "simulator/topology/failure-plan.h"
#include "simulator/topology/node-names.h"
#include "simulator/topology/stream-table.h"

#include <map>
#include <utility>

namespace simulator
{

namespace
{

class FailureBuilder
{
  public:
    FailureBuilder(const Scenario& scenario,
                   const nn::NetworkDescription& network,
                   Deployment& deployment)
        : m_scenario(scenario), m_network(network), m_deployment(deployment)
    {
        for (const DeployedNode& node : deployment.nodes)
        {
            m_nodes[node.name] = &node;
        }
        for (const DeployedLink& link : deployment.links)
        {
            m_links[link.name] = &link;
        }
        m_deployment.failures = std::make_shared<FailureSchedule>();
    }

    void Build(std::uint32_t record)
    {
        const FailureSettings& failure = m_scenario.failures[record];
        for (const FailureUnit& unit : GetFailureUnits(m_scenario, m_network, failure))
        {
            auto process = MakeProcess(record, unit.front());
            for (const std::string& name : unit)
            {
                process->Add(
                    m_deployment.failures->GetTarget(name, failure.kind),
                    GetFailureKind(failure.kind).create(failure.values, MakePart(record, name)));
            }
            m_deployment.failures->Add(std::move(process));
        }
    }

  private:
    /// \param first of those that fail together
    std::unique_ptr<FailureProcess> MakeProcess(std::uint32_t record,
                                                const std::string& first) const
    {
        const FailureSettings& failure = m_scenario.failures[record];
        if (failure.at)
        {
            return std::make_unique<FailureProcess>(
                FailureProcess::Given{*failure.at, failure.duration});
        }
        const double shape = failure.distribution == "weibull" ? failure.shape : 1;
        const NameParts place = SplitName(first);
        return std::make_unique<FailureProcess>(
            FailureProcess::Random{{*failure.mtbf, shape},
                                   {*failure.mttr, 1},
                                   GetStream(GetFailureTimes(record), place.site, place.index)});
    }

    FailingPart MakePart(std::uint32_t record, const std::string& name)
    {
        const std::string target = GetFailureKind(m_scenario.failures[record].kind).target;
        const NameParts place = SplitName(name);
        FailingPart part;
        part.stream = GetStream(GetFailureDraws(record), place.site, place.index);
        if (target == "link")
        {
            part.link = GetConditions(name);
            return part;
        }
        part.node = m_nodes.at(name)->node;
        part.processor = m_nodes.at(name)->processor;
        if (target == "camera")
        {
            part.camera = m_deployment.sites.at(place.site).cameras.at(place.index);
            part.view = m_network.view;
        }
        return part;
    }

    /// Of a link, whose medium must be prepared once.
    std::shared_ptr<LinkConditions> GetConditions(const std::string& name)
    {
        auto& conditions = m_conditions[name];
        if (!conditions)
        {
            conditions =
                std::make_shared<LinkConditions>(m_links.at(name)->medium.prepareFailures());
        }
        return conditions;
    }

    const Scenario& m_scenario;
    const nn::NetworkDescription& m_network;
    Deployment& m_deployment;
    std::map<std::string, const DeployedNode*> m_nodes;
    std::map<std::string, const DeployedLink*> m_links;
    std::map<std::string, std::shared_ptr<LinkConditions>> m_conditions;
};

} // namespace

void
BuildFailures(const Scenario& scenario,
              const nn::NetworkDescription& network,
              Deployment& deployment)
{
    if (scenario.failures.empty())
    {
        return;
    }
    FailureBuilder builder(scenario, network, deployment);
    for (std::uint32_t record = 0; record < scenario.failures.size(); ++record)
    {
        builder.Build(record);
    }
}

} // namespace simulator
