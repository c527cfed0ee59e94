// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/profile-figures.h"

#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

#include <utility>
#include <vector>

namespace simulator
{

namespace
{

constexpr double leastPowerWatt = 1e-6;
constexpr double greatestPowerWatt = 1e6;

/// \param figures of a profile; required if it has no base
void
AddFigures(KeyTable& table, const std::vector<Key>& figures, const std::string& base)
{
    for (const Key& key : figures)
    {
        table.Add(base.empty() ? MakeRequired(key) : key);
    }
}

void
AddSource(KeyTable& table, const std::string& path, std::string& source)
{
    table.Add(MakeNameKey(JoinPath(path, "source"),
                          source,
                          std::nullopt,
                          "Where the figures come from: a data sheet, a paper, or 'assumed'."));
}

} // namespace

void
AddFigureKeys(KeyTable& table, const std::string& path, ProcessorProfile& profile)
{
    const Range<double> rates = {1, 1e18};
    const Range<double> powers = {leastPowerWatt, greatestPowerWatt};
    const std::vector<Key> figures = {
        MakeNumberKey(JoinPath(path, "binary_rate"),
                      profile.binaryRate,
                      rates,
                      "Binary multiply-accumulates per second (XNOR and popcount)."),
        MakeNumberKey(JoinPath(path, "real_rate"),
                      profile.realRate,
                      rates,
                      "Other multiply-accumulates per second."),
        MakeTimeKey(JoinPath(path, "fixed_cost"),
                    profile.fixedCost,
                    {ns3::Seconds(0), ns3::Hours(1)},
                    "Time of every inference besides its operations."),
        MakePowerKey(JoinPath(path, "idle_power"),
                     profile.idlePowerWatt,
                     powers,
                     "Power while nothing is computed."),
        MakePowerKey(
            JoinPath(path, "busy_power"), profile.busyPowerWatt, powers, "Power while computing.")};
    AddFigures(table, figures, profile.base);
    AddSource(table, path, profile.source);
}

void
AddFigureKeys(KeyTable& table, const std::string& path, InterfaceProfile& profile)
{
    const Range<double> more = {0, greatestPowerWatt};
    const std::vector<Key> figures = {MakePowerKey(JoinPath(path, "idle_power"),
                                                   profile.idlePowerWatt,
                                                   {leastPowerWatt, greatestPowerWatt},
                                                   "Power as long as the node is on."),
                                      MakePowerKey(JoinPath(path, "send_power"),
                                                   profile.sendPowerWatt,
                                                   more,
                                                   "Power on top of that while a frame is sent."),
                                      MakePowerKey(JoinPath(path, "receive_power"),
                                                   profile.receivePowerWatt,
                                                   more,
                                                   "Power on top of that while a frame arrives.")};
    AddFigures(table, figures, profile.base);
    AddSource(table, path, profile.source);
}

} // namespace simulator
