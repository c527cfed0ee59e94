// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/sweep-factor.h"

#include "nn/input-error.h"
#include "simulator/scenario/documented-keys.h"
#include "simulator/scenario/sweep-range.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace simulator
{

namespace
{

using nn::InputError;

constexpr std::size_t mostPaths = 100;

/// Depth of the lists that keys take: see ValueType::listDepth.
constexpr unsigned deepestList = 2;

const char* const wantValues =
    "a list such as [a, b] or a range such as {from: 1, to: 9, steps: 3, scale: log}";

/// Keys that cannot be swept, and why.
const std::map<std::string, std::string>&
GetFixedKeys()
{
    static const std::map<std::string, std::string> reasons = {
        {"name", "it names the scenario, and all its variants"},
        {"replications", "all variants have as many, with the same seeds"},
        {"rng_run", "all variants have the same, expected 'replications' for other random numbers"},
        {"seed", "all variants have the same, expected 'replications' for other random numbers"},
        {"sweep", "a sweep has no sweep"}};
    return reasons;
}

/// Whether a value is a scalar, or lists of such. An anchor can make a list contain itself.
bool
IsValue(const YAML::Node& node, unsigned depth)
{
    return node.IsScalar() || (node.IsSequence() && depth > 0 &&
                               std::all_of(node.begin(), node.end(), [depth](const auto& item) {
                                   return IsValue(item, depth - 1);
                               }));
}

Settings
ReadList(const YAML::Node& list, const SweptPath& swept)
{
    const Value value(list, swept.source, swept.path, wantValues);
    Settings settings;
    for (const YAML::Node& item : list)
    {
        if (!IsValue(item, deepestList))
        {
            value.Refuse("the list has something else than values, expected such as [a, b]");
        }
        settings.push_back(
            {swept.source, swept.path, swept.place, std::make_shared<const YAML::Node>(item)});
    }
    if (settings.empty())
    {
        value.Refuse("the list is empty, expected at least one value");
    }
    return settings;
}

Settings
ReadRange(const YAML::Node& range, const SweptPath& swept)
{
    const DocumentedKeys keys;
    const Key* const key = keys.Find(swept.path);
    const bool whole = key && key->type.schemaType == "integer";
    // All values stand where the range stands.
    ValueSource source = swept.source;
    source.name = source.Locate(range.Mark());
    Settings settings;
    for (const std::string& text :
         ExpandRange(range, swept.source, whole ? RangeNumbers::Whole : RangeNumbers::Real))
    {
        settings.push_back(
            {source, swept.path, swept.place, std::make_shared<const YAML::Node>(text)});
    }
    return settings;
}

std::string
FormatStep(const Settings& step)
{
    std::string text;
    for (const Setting& setting : step)
    {
        text += (text.empty() ? "" : ", ") + FormatSweptValue(*setting.value);
    }
    return text;
}

/// No combination may come twice.
void
CheckDistinct(const SweepFactor& factor)
{
    std::set<std::string> seen;
    for (const Settings& step : factor.steps)
    {
        const std::string text = FormatStep(step);
        if (!seen.insert(text).second)
        {
            const Setting& first = step.front();
            Value(*first.value, first.source, first.path, "")
                .Refuse(Quote(text) + " stands there twice");
        }
    }
}

} // namespace

Settings
ReadSweptValues(const YAML::Node& values, const SweptPath& swept)
{
    const auto fixed = GetFixedKeys().find(swept.path);
    if (fixed != GetFixedKeys().end())
    {
        throw InputError(swept.place + ": '" + swept.path + "' cannot be swept: " + fixed->second);
    }
    if (values.IsMap())
    {
        return ReadRange(values, swept);
    }
    if (!values.IsSequence())
    {
        // Nothing has no place of its own: the mark of such a node is that of the next token.
        const std::string place =
            values.IsNull() ? swept.place : swept.source.Locate(values.Mark());
        throw InputError(place + ": " + swept.path + ": found " +
                         (values.IsNull() ? "no value" : "a single value") + ", expected " +
                         wantValues);
    }
    return ReadList(values, swept);
}

SweepFactor
MakeFactor(const std::vector<Settings>& lists)
{
    SweepFactor factor;
    for (const Settings& list : lists)
    {
        const Setting& first = lists.front().front();
        if (list.size() != lists.front().size())
        {
            throw InputError(list.front().pathPlace + ": " + list.front().path + ": has " +
                             std::to_string(list.size()) + " values, but '" + first.path +
                             "' in the same zip " + std::to_string(lists.front().size()) +
                             ", expected equally many");
        }
        factor.steps.resize(list.size());
        for (std::size_t step = 0; step < list.size(); ++step)
        {
            factor.steps[step].push_back(list[step]);
        }
    }
    CheckDistinct(factor);
    return factor;
}

void
CheckSweptPaths(const Sweep& sweep)
{
    const Settings settings = GetVariant(sweep, 0);
    if (settings.size() > mostPaths)
    {
        throw InputError(sweep.place + ": sweep: has more than " + std::to_string(mostPaths) +
                         " paths");
    }
    for (auto later = settings.begin(); later != settings.end(); ++later)
    {
        const auto earlier = std::find_if(settings.begin(), later, [&](const Setting& other) {
            return AreOfOneValue(other.path, later->path);
        });
        if (earlier != later)
        {
            throw InputError(later->pathPlace + ": '" + later->path +
                             (earlier->path == later->path
                                  ? "' is swept twice, also at "
                                  : "' and '" + earlier->path + "' overlap, which is swept at ") +
                             earlier->pathPlace);
        }
    }
}

} // namespace simulator
