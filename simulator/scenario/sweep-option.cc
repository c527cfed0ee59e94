// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/sweep-option.h"

#include "nn/input-error.h"
#include "simulator/scenario/sweep-factor.h"
#include "simulator/scenario/yaml-file.h"

#include <algorithm>

namespace simulator
{

namespace
{

using nn::InputError;

/// A list of what stands between commas.
YAML::Node
SplitValues(const std::string& text)
{
    YAML::Node values(YAML::NodeType::Sequence);
    for (std::size_t begin = 0; begin <= text.size();)
    {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string value = text.substr(begin, comma - begin);
        values.push_back(value.empty() ? YAML::Node() : YAML::Node(value));
        begin = comma + 1;
    }
    return values;
}

/// The factor of an option.
SweepFactor
ParseOption(const std::string& option)
{
    const PathAndText parts = SplitSetting("--sweep", "PATH=VALUE,VALUE,...", option);
    const SweptPath swept = {{parts.name, "", false}, parts.path, parts.name};
    const YAML::Node values = parts.text.rfind('{', 0) == 0 ? ReadYamlText(swept.source, parts.text)
                                                            : SplitValues(parts.text);
    return MakeFactor({ReadSweptValues(values, swept)});
}

/// Replaces the factor of the same path, or comes last.
void
AddFactor(Sweep& sweep, const SweepFactor& added)
{
    const Setting& setting = added.steps.front().front();
    for (SweepFactor& factor : sweep.factors)
    {
        const Settings& step = factor.steps.front();
        const bool has = std::any_of(step.begin(), step.end(), [&setting](const Setting& other) {
            return other.path == setting.path && other.source.isFile;
        });
        if (has && step.size() > 1)
        {
            throw InputError(setting.pathPlace + ": '" + setting.path + "' is in a zip at " +
                             step.front().pathPlace + ", which must be changed in the file");
        }
        if (has)
        {
            factor = added;
            return;
        }
    }
    sweep.factors.push_back(added);
}

} // namespace

void
AddSweepOptions(Sweep& sweep, const std::vector<std::string>& options)
{
    for (const std::string& option : options)
    {
        const SweepFactor factor = ParseOption(option);
        AddFactor(sweep, factor);
        sweep.place = factor.steps.front().front().pathPlace;
    }
    CheckSweptPaths(sweep);
}

void
CheckNotSwept(const Settings& settings, const Sweep& sweep)
{
    const Settings swept = GetVariant(sweep, 0);
    for (const Setting& setting : settings)
    {
        const auto same = std::find_if(swept.begin(), swept.end(), [&](const Setting& other) {
            return AreOfOneValue(other.path, setting.path);
        });
        if (same != swept.end())
        {
            throw InputError(setting.pathPlace + ": '" + same->path + "' is swept at " +
                             same->pathPlace + ", expected --sweep " + same->path +
                             "=... to change its values");
        }
    }
}

} // namespace simulator
