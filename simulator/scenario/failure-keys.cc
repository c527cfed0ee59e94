// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/failure-keys.h"

#include "simulator/failures/failure-kind.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

namespace
{

Key
MakeKindKey(const std::string& record, FailureSettings& failure)
{
    return MakeWordKey(JoinPath(record, "kind"),
                       failure.kind,
                       GetFailureKindNames(),
                       "How it fails: off for nodes; down, degrade, loss for links; frozen, blank, "
                       "noisy, covered for cameras; slow for processors.");
}

void
AddTargets(KeyTable& table, const std::string& record, FailureSettings& failure)
{
    const auto add = [&](const char* key, const char* example, const char* help) {
        table.Add(MakePlaceKey(JoinPath(record, key), failure.names[key], example, help));
    };
    add("node", "node such as device-1", "What fails: a node (device-1, site-2/edge-1, cloud).");
    add("link", "link such as local-1", "What fails: a link (local-1, site-2/backhaul-1).");
    add("camera", "node such as device-1", "What fails: the camera of a device.");
    add("processor", "node such as edge-1", "What fails: the processor of a node.");
    add("class",
        "class such as device",
        "What fails, each for itself: all of a tier (device, gateway, edge, cloud), or all links "
        "of a name (local, edge, metro, backhaul, spare).");
    table.Add(MakePlacesKey(JoinPath(record, "group"),
                            failure.group,
                            "What fails, all together: some nodes, or links."));
}

void
AddTimes(KeyTable& table, const std::string& record, FailureSettings& failure)
{
    const ns3::Time year = ns3::Hours(24 * 365);
    const auto add = [&](const char* key,
                         std::optional<ns3::Time>& target,
                         ns3::Time lowest,
                         const char* absent,
                         const char* help) {
        table.Add(MakeTimeKey(JoinPath(record, key), target, {lowest, year}, absent, help));
    };
    const ns3::Time least = ns3::NanoSeconds(1);
    add("at", failure.at, ns3::Time(0), "at random", "When it begins, since the first capture.");
    add("for", failure.duration, least, "for ever", "How long it lasts.");
    add("mtbf",
        failure.mtbf,
        least,
        "at a given time",
        "At random: mean time until the next failure, from the first capture or the latest "
        "recovery.");
    add("mttr",
        failure.mttr,
        least,
        "for a given time",
        "At random: mean time until the recovery (exponential).");
    table.Add(MakeWordKey(JoinPath(record, "distribution"),
                          failure.distribution,
                          {"exponential", "weibull"},
                          "Of the times until the next failure."));
    table.Add(
        MakeNumberKey(JoinPath(record, "shape"),
                      failure.shape,
                      {0.1, 100},
                      "Shape of the Weibull distribution; below 1, failures come in bursts."));
}

void
AddFailure(KeyTable& table, const std::string& record, FailureSettings& failure)
{
    AddTargets(table, record, failure);
    table.Add(MakeKindKey(record, failure));
    AddTimes(table, record, failure);
    GetFailureKind(failure.kind).addKeys(table, record, failure.values);
}

} // namespace

const char* const failureList = "failures";

void
AddFailureKindKeys(KeyTable& table, Scenario& scenario)
{
    for (std::size_t i = 0; i < scenario.failures.size(); ++i)
    {
        table.Add(MakeKindKey(KeyTable::GetRecordPath(failureList, i), scenario.failures[i]));
    }
}

void
ApplyFailureKinds(Scenario& scenario)
{
    for (FailureSettings& failure : scenario.failures)
    {
        failure.values = GetFailureKind(failure.kind).makeDefaults();
    }
}

void
AddFailureKeys(KeyTable& table, Scenario& scenario)
{
    table.AddList(failureList);
    for (std::size_t i = 0; i < scenario.failures.size(); ++i)
    {
        AddFailure(table, KeyTable::GetRecordPath(failureList, i), scenario.failures[i]);
    }
}

void
AddFailureExample(KeyTable& table)
{
    const std::string record = KeyTable::GetAnyRecordPath(failureList);
    FailureSettings unused;
    AddFailure(table, record, unused);
    for (const FailureKind& kind : GetFailureKinds())
    {
        KeyTable ofKind;
        unused.values = kind.makeDefaults();
        kind.addKeys(ofKind, record, unused.values);
        for (Key key : ofKind.GetKeys())
        {
            key.defaultText = key.defaultText.value_or("required with its kind");
            table.Add(key);
        }
    }
}

} // namespace simulator
