// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/scenario-description.h"

#include "simulator/links/link-type.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/topology/layer-choice.h"

#include <algorithm>

namespace simulator
{

namespace
{

using Json = nlohmann::ordered_json;

} // namespace

Json
DescribeSettings(const Scenario& scenario)
{
    Scenario copy = scenario; // a table is bound to variables
    const KeyTable keys = MakeScenarioKeys(copy);
    Json settings = Json::object();
    for (const Key& key : keys.GetKeys())
    {
        if (const std::string text = key.write ? key.write() : ""; !text.empty())
        {
            settings[key.path] = text;
        }
    }
    return settings;
}

Json
DescribeSources(const Scenario& scenario, const nn::NetworkDescription& network)
{
    Json sources = Json::array();
    const std::vector<std::pair<std::string, const ProcessorProfile*>> processors = {
        {"device", &scenario.deviceProcessor},
        {"gateway", &scenario.gatewayProcessor},
        {"edge", &scenario.edgeProcessor},
        {"cloud", &scenario.cloudProcessor}};
    for (const auto& [tier, profile] : processors)
    {
        if (network.HasEdges() || tier != "edge")
        {
            sources.push_back({{"name", "processor " + profile->name},
                               {"user", "processors." + tier},
                               {"source", profile->source}});
        }
    }
    const std::vector<std::string> used = GetUsedLinks(scenario, network);
    for (const auto& [name, link] : scenario.links)
    {
        if (std::find(used.begin(), used.end(), name) != used.end())
        {
            sources.push_back({{"name", "defaults of link type " + link.type},
                               {"user", "links." + name},
                               {"source", GetLinkType(link.type).source}});
            sources.push_back({{"name", "power of interface " + link.interface.name},
                               {"user", "links." + name},
                               {"source", link.interface.source}});
        }
    }
    return sources;
}

} // namespace simulator
