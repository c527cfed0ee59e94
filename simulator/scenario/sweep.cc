// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/sweep.h"

#include "simulator/scenario/documented-keys.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

namespace
{

std::string
FormatYaml(const YAML::Node& value)
{
    return value.IsSequence() ? FormatSweptValue(value) : QuoteYaml(value.Scalar());
}

/// A value that means in the current folder what it means in the folder of its file.
std::string
FormatRelocated(const Setting& setting, const DocumentedKeys& keys)
{
    const Key* const key = keys.Find(setting.path);
    const YAML::Node& value = *setting.value;
    return key && value.IsScalar()
               ? QuoteYaml(Relocate(*key, value.Scalar(), setting.source.folder))
               : FormatYaml(value);
}

/// "PATH: [V1, V2]" of one path of a factor.
std::string
FormatValues(const SweepFactor& factor, std::size_t column, const DocumentedKeys& keys)
{
    std::string text;
    for (const Settings& step : factor.steps)
    {
        text += (text.empty() ? "" : ", ") + FormatRelocated(step[column], keys);
    }
    return QuoteYaml(factor.steps.front()[column].path) + ": [" + text + "]";
}

std::string
FormatZip(const SweepFactor& factor, const DocumentedKeys& keys)
{
    std::string text;
    for (std::size_t column = 0; column < factor.steps.front().size(); ++column)
    {
        text += (column == 0 ? "" : ", ") + FormatValues(factor, column, keys);
    }
    return "{" + text + "}";
}

} // namespace

std::size_t
CountVariants(const Sweep& sweep, std::size_t limit)
{
    std::size_t count = 1;
    for (const SweepFactor& factor : sweep.factors)
    {
        if (factor.steps.size() > limit / count)
        {
            return limit + 1;
        }
        count *= factor.steps.size();
    }
    return count;
}

Settings
GetVariant(const Sweep& sweep, std::size_t index)
{
    Settings settings;
    for (auto factor = sweep.factors.rbegin(); factor != sweep.factors.rend(); ++factor)
    {
        const Settings& step = factor->steps[index % factor->steps.size()];
        settings.insert(settings.begin(), step.begin(), step.end());
        index /= factor->steps.size();
    }
    return settings;
}

std::vector<std::string>
GetSweptPaths(const Sweep& sweep)
{
    std::vector<std::string> paths;
    for (const Setting& setting : GetVariant(sweep, 0))
    {
        paths.push_back(setting.path);
    }
    return paths;
}

bool
AreOfOneValue(const std::string& a, const std::string& b)
{
    const std::string& part = a.size() < b.size() ? a : b;
    const std::string& whole = a.size() < b.size() ? b : a;
    return whole.rfind(part, 0) == 0 && (whole.size() == part.size() || whole[part.size()] == '.');
}

std::string
FormatSweptValue(const YAML::Node& value)
{
    if (!value.IsSequence())
    {
        return value.Scalar();
    }
    std::string text;
    for (const YAML::Node& item : value)
    {
        text += (text.empty() ? "" : ", ") + FormatYaml(item);
    }
    return "[" + text + "]";
}

std::string
FormatSweep(const Sweep& sweep)
{
    const DocumentedKeys keys;
    std::string text;
    bool inZips = false; // zips stand together
    for (const SweepFactor& factor : sweep.factors)
    {
        const bool zip = factor.steps.front().size() > 1;
        text += zip && !inZips ? "  zip:\n" : "";
        text += zip ? "    - " + FormatZip(factor, keys) : "  " + FormatValues(factor, 0, keys);
        text += '\n';
        inZips = zip;
    }
    return text.empty() ? "" : "sweep:\n" + text;
}

} // namespace simulator
