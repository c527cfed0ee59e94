// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/background-keys.h"

#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

namespace
{

/// Which nodes there are depends on the network: CheckBackground.
Key
MakeEndKey(const std::string& path, std::string& target, const std::string& help)
{
    return MakeRequired(MakePlaceKey(path, target, "node such as device-1", help));
}

void
AddPattern(KeyTable& table, const std::string& path, BackgroundSettings& flow)
{
    const Range<ns3::Time> phases = {ns3::MilliSeconds(1), ns3::Hours(24)};
    table.Add(
        MakeWordKey(JoinPath(path, "pattern"),
                    flow.pattern,
                    {"constant", "on-off"},
                    "All the time, or in phases of random length, with silent ones between."));
    table.Add(MakeTimeKey(JoinPath(path, "on"),
                          flow.on,
                          phases,
                          "Mean length of phases of sending (exponential); on-off only."));
    table.Add(MakeTimeKey(JoinPath(path, "off"),
                          flow.off,
                          phases,
                          "Mean length of silent phases (exponential); on-off only."));
    const Range<ns3::Time> times = {ns3::Seconds(0), ns3::Hours(24 * 365)};
    table.Add(MakeTimeKey(
        JoinPath(path, "start"), flow.start, times, "When it begins, since the first capture."));
    table.Add(MakeTimeKey(JoinPath(path, "stop"),
                          flow.stop,
                          times,
                          "the end of the run",
                          "When it ends, since the first capture."));
}

void
AddFlow(KeyTable& table, const std::string& path, BackgroundSettings& flow)
{
    table.Add(MakeEndKey(
        JoinPath(path, "from"), flow.from, "Node that sends: device-1, site-2/edge-1, cloud."));
    table.Add(MakeEndKey(JoinPath(path, "to"), flow.to, "Node that receives."));
    table.Add(MakeRequired(
        MakeRateKey(JoinPath(path, "rate"),
                    flow.rate,
                    ns3::DataRate(1'000'000'000'000),
                    "Bit rate of IP packets while it sends: one every bytes x 8 / rate.")));
    table.Add(MakeIntegerKey(JoinPath(path, "bytes"),
                             flow.bytes,
                             {28, 1500},
                             "Size of its IP packets: 28 bytes of headers, the rest zeros."));
    AddPattern(table, path, flow);
}

} // namespace

const char* const backgroundList = "background";

void
AddBackgroundKeys(KeyTable& table, Scenario& scenario)
{
    table.AddList(backgroundList);
    for (std::size_t i = 0; i < scenario.background.size(); ++i)
    {
        AddFlow(table, KeyTable::GetRecordPath(backgroundList, i), scenario.background[i]);
    }
}

void
AddBackgroundExample(KeyTable& table)
{
    BackgroundSettings unused;
    AddFlow(table, KeyTable::GetAnyRecordPath(backgroundList), unused);
}

} // namespace simulator
