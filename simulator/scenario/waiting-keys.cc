// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/waiting-keys.h"

#include "models/waiting/ddnn-waiting-rule.h"
#include "simulator/scenario/key-types.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

namespace
{

/// Names of the rules, and what each of them does.
void
AddRule(KeyTable& table, const std::string& path, WaitSettings& settings)
{
    std::vector<std::string> names;
    std::string help = "When a sample that misses inputs is closed:";
    for (const ns3::ddnn::WaitingRuleType& type : ns3::ddnn::GetWaitingRuleTypes())
    {
        help += std::string(names.empty() ? " " : "; ") + type.name + ": " + type.help;
        names.emplace_back(type.name);
    }
    table.Add(MakeWordKey(JoinPath(path, "rule"), settings.rule, names, help + "."));
}

} // namespace

void
AddWaitKeys(KeyTable& table,
            const std::string& path,
            WaitSettings& settings,
            const std::string& who,
            const std::string& absent)
{
    using ns3::Hours;
    const Range<ns3::Time> range = {ns3::Seconds(0), Hours(1)};
    const std::string waits =
        who + " waits this long for missing inputs, from the first that arrives.";
    const std::string byDefault = settings.time ? FormatTime(*settings.time) : absent;
    Key shortForm = MakeTimeKey(
        path, settings.time, range, byDefault, "Short form of " + path + ".time: " + waits);
    shortForm.write = nullptr;
    table.Add(shortForm);
    table.Add(MakeTimeKey(JoinPath(path, "time"), settings.time, range, byDefault, waits));
    AddRule(table, path, settings);
    table.Add(MakeIntegerKey(JoinPath(path, "quorum"),
                             settings.quorum,
                             {1, 65535},
                             "more than half",
                             "Inputs that are enough for rule quorum."));
    table.Add(
        MakeTimeKey(JoinPath(path, "granularity"),
                    settings.granularity,
                    {ns3::NanoSeconds(1), Hours(1)},
                    "Least margin of rule adaptive (assumed: a clock that ticks every 1 ms)."));
}

} // namespace simulator
