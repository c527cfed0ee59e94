// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/variant-labels.h"

#include "analysis/report/short-names.h"

#include <algorithm>

namespace analysis
{

namespace
{

/// All values of the swept paths that vary.
std::map<std::string, std::set<std::string>>
FindSweptValues(const std::vector<Variant>& variants)
{
    std::map<std::string, std::set<std::string>> values;
    for (const Variant& variant : variants)
    {
        for (const auto& [path, value] : variant.swept)
        {
            values[path].insert(value);
        }
    }
    for (auto place = values.begin(); place != values.end();)
    {
        place = place->second.size() == 1 ? values.erase(place) : std::next(place);
    }
    return values;
}

/// \param varied paths that vary; a scenario without a path has an empty value of it
std::vector<std::pair<std::string, std::string>>
GetVaried(const Variant& variant, const std::map<std::string, std::set<std::string>>& varied)
{
    std::vector<std::pair<std::string, std::string>> settings;
    for (const auto& setting : variant.swept)
    {
        if (varied.count(setting.first) > 0 && !setting.second.empty())
        {
            settings.push_back(setting);
        }
    }
    return settings;
}

bool
HaveOneScenario(const std::vector<Variant>& variants)
{
    return std::all_of(variants.begin(), variants.end(), [&variants](const Variant& variant) {
        return variant.scenario == variants.front().scenario;
    });
}

} // namespace

void
LabelVariants(std::vector<Variant>& variants)
{
    const auto values = FindSweptValues(variants);
    const ShortNames names(values);
    const bool isOneScenario = HaveOneScenario(variants);
    std::set<std::string> labels = {""};
    for (Variant& variant : variants)
    {
        const std::string swept = names.Describe(GetVaried(variant, values));
        const bool isBoth = !isOneScenario && !swept.empty();
        variant.label = (isOneScenario ? "" : variant.scenario) + (isBoth ? ", " : "") + swept;
        labels.insert(variant.label);
    }
    if (labels.size() > variants.size())
    {
        return;
    }
    for (Variant& variant : variants)
    {
        variant.label = variant.name; // which is unique
    }
}

} // namespace analysis
