// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/sweep-reader.h"

#include "nn/input-error.h"
#include "simulator/scenario/sweep-factor.h"

namespace simulator
{

namespace
{

using nn::InputError;

/// A path, and what stands beside it.
SweptPath
ReadPath(const YAML::Node& key, const ValueSource& source)
{
    const std::string place = source.Locate(key.Mark());
    if (!key.IsScalar() || key.Scalar().empty())
    {
        throw InputError(place + ": a key that is not a word, expected a dotted path");
    }
    return {source, key.Scalar(), place};
}

SweepFactor
ReadZip(const YAML::Node& zip, const ValueSource& source, const std::string& place)
{
    std::vector<Settings> lists;
    for (const auto& entry : zip) // of anything but a map: none
    {
        if (zip.IsMap())
        {
            lists.push_back(ReadSweptValues(entry.second, ReadPath(entry.first, source)));
        }
    }
    if (lists.empty())
    {
        throw InputError(place +
                         ": zip: expected a map of paths to equally long lists, or a list of such");
    }
    return MakeFactor(lists);
}

void
ReadZips(const YAML::Node& zips, const SweptPath& key, std::vector<SweepFactor>& factors)
{
    if (!zips.IsSequence() || zips.size() == 0)
    {
        factors.push_back(ReadZip(zips, key.source, key.place));
        return;
    }
    for (const YAML::Node& zip : zips)
    {
        factors.push_back(ReadZip(zip, key.source, key.place));
    }
}

Sweep
ReadSweep(const YAML::Node& map, const SweptPath& key)
{
    Sweep sweep;
    sweep.place = key.place;
    for (const auto& entry : map) // of anything but a map: none
    {
        const SweptPath swept = map.IsMap() ? ReadPath(entry.first, key.source) : key;
        if (swept.path == "zip")
        {
            ReadZips(entry.second, swept, sweep.factors);
        }
        else if (map.IsMap())
        {
            sweep.factors.push_back(MakeFactor({ReadSweptValues(entry.second, swept)}));
        }
    }
    if (sweep.factors.empty())
    {
        const std::string place = map.IsNull() ? key.place : key.source.Locate(map.Mark());
        throw InputError(place + ": sweep: expected a map of paths to lists of values");
    }
    CheckSweptPaths(sweep);
    return sweep;
}

} // namespace

Key
MakeSweepKey()
{
    Key key;
    key.path = "sweep";
    key.type.name = "sweep";
    key.type.schemaType = "object";
    key.type.expected = "a map of paths to lists of values";
    key.help = "What a study varies: a map of paths to lists of values or to ranges, all combined; "
               "lists in a map zip advance together.";
    key.defaultText = "nothing";
    key.read = [](const Value& value) {
        value.Refuse("'sweep' has no single value, expected --sweep PATH=VALUE,VALUE,...");
    };
    return key;
}

Sweep
TakeSweep(YamlFile& file)
{
    Sweep sweep;
    for (const auto& entry : file.root)
    {
        if (!entry.first.IsScalar() || entry.first.Scalar() != "sweep")
        {
            continue;
        }
        const std::string place = file.source.Locate(entry.first.Mark());
        if (!sweep.place.empty())
        {
            throw InputError(place + ": duplicate key 'sweep'");
        }
        sweep = ReadSweep(entry.second, {file.source, "sweep", place});
    }
    file.root.remove("sweep");
    return sweep;
}

} // namespace simulator
