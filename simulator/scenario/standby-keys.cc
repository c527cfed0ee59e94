// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/standby-keys.h"

#include "nn/input-error.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

void
DeclareStandbys(const YamlFile& file, const Settings& settings, Scenario& scenario)
{
    for (const GivenName& given : FindKeys(file, settings, standbyGroup))
    {
        try
        {
            ParseNodeNumber(given.name, "edge");
        }
        catch (const nn::InputError& error)
        {
            throw nn::InputError(given.place + ": " + standbyGroup + ": " + error.what() +
                                 ", expected an edge such as edge-1");
        }
        scenario.standbys.emplace(given.name, std::string());
    }
}

void
DeclareExampleStandby(Scenario& scenario)
{
    scenario.standbys.emplace("<edge>", std::string());
}

void
AddStandbyKeys(KeyTable& table, Scenario& scenario)
{
    table.AddGroup(standbyGroup);
    for (auto& [edge, host] : scenario.standbys)
    {
        table.Add(MakePlaceKey(JoinPath(standbyGroup, edge),
                               host,
                               "node such as edge-2 or cloud, or none",
                               "The edge, or the cloud, that runs the section of an edge (edge-1, "
                               "...) as long as that one is dead, at every site. It holds the "
                               "section from the beginning."));
    }
    table.Add(MakeTimeKey("heartbeat.interval",
                          scenario.heartbeat.interval,
                          {ns3::MilliSeconds(1), ns3::Hours(1)},
                          "Time between the heartbeats that a gateway sends to an edge which has "
                          "a standby; the edge sends each back (default assumed)."));
    table.Add(MakeIntegerKey("heartbeat.misses",
                             scenario.heartbeat.misses,
                             {1, 1000},
                             "Heartbeats in a row without which the edge is dead."));
}

} // namespace simulator
