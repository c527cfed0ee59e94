// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/battery-keys.h"

#include "nn/input-error.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

namespace
{

const std::string group = "batteries";
const std::string exampleName = "<node>";
const std::vector<std::string> batteryTiers = {"device", "gateway", "edge"};

/// Enters a node if it is one of this tier: device-3 is one of "device".
void
Declare(const GivenName& given, const std::string& tier, Scenario& scenario)
{
    if (given.name.rfind(tier + "-", 0) != 0)
    {
        return;
    }
    try
    {
        ParseNodeNumber(given.name, tier);
    }
    catch (const nn::InputError& error)
    {
        throw nn::InputError(given.place + ": " + error.what() + ", expected a node such as " +
                             tier + "-1");
    }
    scenario.batteries.emplace(given.name, std::nullopt);
}

Key
MakeBatteryKey(const std::string& name,
               std::optional<double>& target,
               const std::string& absent,
               const std::string& whose)
{
    return MakeEnergyKey(JoinPath(JoinPath(group, name), "capacity"),
                         target,
                         {1e-3, 1e12},
                         absent,
                         "Battery of " + whose +
                             ", full at the beginning; when it is empty, the node is off.");
}

} // namespace

void
DeclareBatteries(const YamlFile& file, const Settings& settings, Scenario& scenario)
{
    for (const GivenName& given : FindNames(file, settings, group))
    {
        for (const std::string& tier : batteryTiers)
        {
            Declare(given, tier, scenario);
        }
    }
}

void
DeclareExampleBattery(Scenario& scenario)
{
    scenario.batteries.emplace(exampleName, std::nullopt);
}

void
AddBatteryKeys(KeyTable& table, Scenario& scenario)
{
    for (const std::string& tier : batteryTiers)
    {
        table.Add(MakeBatteryKey(tier, scenario.batteries[tier], "none: on mains", "each " + tier));
    }
    for (auto& [name, capacity] : scenario.batteries)
    {
        // Of a tier: there already.
        table.Add(MakeBatteryKey(name,
                                 capacity,
                                 "as its tier",
                                 "one node at every site (device-1, gateway-1, edge-1, ...)"));
    }
}

} // namespace simulator
