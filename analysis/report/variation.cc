// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/variation.h"

#include "analysis/report/quantity.h"
#include "analysis/report/short-names.h"

#include <algorithm>
#include <set>

namespace analysis
{

namespace
{

std::string
Get(const Variant& variant, const std::string& path)
{
    const auto found = variant.settings.find(path);
    return found == variant.settings.end() ? "" : found->second;
}

/// Paths that do not have the same value everywhere; what only names a scenario is none.
std::set<std::string>
FindDifferences(const std::vector<Variant>& variants)
{
    std::set<std::string> paths;
    for (const Variant& variant : variants)
    {
        for (const auto& [path, value] : variant.settings)
        {
            if (path != "name" && value != Get(variants.front(), path))
            {
                paths.insert(path);
            }
        }
        for (const auto& [path, value] : variants.front().settings)
        {
            if (path != "name" && variant.settings.count(path) == 0)
            {
                paths.insert(path);
            }
        }
    }
    return paths;
}

ShortNames
MakeShortNames(const std::vector<Variant>& variants, const std::set<std::string>& paths)
{
    std::map<std::string, std::set<std::string>> values;
    for (const std::string& path : paths)
    {
        for (const Variant& variant : variants)
        {
            values[path].insert(Get(variant, path));
        }
    }
    return ShortNames(values);
}

/// The settings of a variant that differ between variants, but one.
std::vector<std::pair<std::string, std::string>>
GetRest(const Variant& variant, const std::set<std::string>& paths, const std::string& but)
{
    std::vector<std::pair<std::string, std::string>> rest;
    for (const std::string& path : paths)
    {
        if (path != but)
        {
            rest.emplace_back(path, Get(variant, path));
        }
    }
    return rest;
}

/// \return nothing if the values are no quantities of one unit
std::optional<VariedSetting>
MakeSetting(const Study& study,
            const std::set<std::string>& paths,
            const ShortNames& names,
            const std::string& path)
{
    VariedSetting setting;
    setting.path = path;
    std::map<std::string, std::set<double>> values; // by series
    for (const Variant& variant : study.variants)
    {
        const auto quantity = ParseQuantity(Get(variant, path));
        if (!quantity || (!setting.values.empty() && quantity->unit != setting.unit))
        {
            return std::nullopt;
        }
        setting.unit = quantity->unit;
        setting.values.push_back(quantity->value);
        const std::string rest = names.Describe(GetRest(variant, paths, path));
        setting.series.push_back(rest.empty() ? "all" : rest);
        values[setting.series.back()].insert(quantity->value);
    }
    const bool varies = std::any_of(
        values.begin(), values.end(), [](const auto& entry) { return entry.second.size() > 1; });
    return varies ? std::optional(setting) : std::nullopt;
}

} // namespace

std::vector<VariedSetting>
FindVariedSettings(const Study& study)
{
    std::vector<VariedSetting> settings;
    const std::set<std::string> paths = FindDifferences(study.variants);
    const ShortNames names = MakeShortNames(study.variants, paths);
    for (const std::string& path : paths)
    {
        if (const auto setting = MakeSetting(study, paths, names, path))
        {
            settings.push_back(*setting);
        }
    }
    return settings;
}

} // namespace analysis
