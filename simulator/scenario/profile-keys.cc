// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/profile-keys.h"

#include "nn/input-error.h"
#include "simulator/scenario/find-profile.h"
#include "simulator/scenario/get-names.h"
#include "simulator/scenario/interface-profiles.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/processor-profiles.h"
#include "simulator/scenario/profile-figures.h"
#include "simulator/scenario/text-keys.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace simulator
{

namespace
{

const std::string processorGroup = "profiles";
const std::string interfaceGroup = "interfaces";
const std::string exampleName = "<name>";
const std::string wired = "wired";
constexpr std::size_t maximumNameLength = 40;

std::vector<InterfaceProfile>
GetInterfacesOf(const std::string& medium)
{
    std::vector<InterfaceProfile> profiles;
    for (const InterfaceProfile& profile : GetInterfaceProfiles())
    {
        if (profile.medium == medium)
        {
            profiles.push_back(profile);
        }
    }
    return profiles;
}

bool
IsNameCharacter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '-' || character == '_';
}

void
CheckName(const GivenName& given, const std::vector<std::string>& builtIn)
{
    const std::string where = given.place + ": " + Quote(given.name);
    const bool plain = std::all_of(given.name.begin(), given.name.end(), IsNameCharacter);
    if (given.name.empty() || given.name.size() > maximumNameLength || !plain)
    {
        throw nn::InputError(where + " is not a name of a profile, expected 1 to 40 letters, "
                                     "digits, '-' or '_'");
    }
    if (std::find(builtIn.begin(), builtIn.end(), given.name) != builtIn.end())
    {
        throw nn::InputError(where + " is the name of a built-in profile, expected another");
    }
}

template <typename Profile>
void
Declare(const std::vector<GivenName>& names,
        const std::vector<Profile>& builtIn,
        std::vector<Profile>& target)
{
    for (const GivenName& given : names)
    {
        CheckName(given, GetNames(builtIn));
        if (!FindProfile(target, given.name))
        {
            Profile profile;
            profile.name = given.name;
            target.push_back(profile);
        }
    }
}

/// \param set what reading the name of the base does
template <typename Profile>
Key
MakeBaseKey(const std::string& path,
            const std::vector<Profile>& builtIn,
            Profile& target,
            std::function<void(const std::string&)> set)
{
    Key key = MakeWordKey(
        JoinPath(path, "base"),
        GetNames(builtIn),
        std::move(set),
        [&target]() { return target.base; },
        "Built-in profile that figures which are not given are taken from.");
    key.defaultText = target.base.empty() ? "none: all others are required" : target.base;
    return key;
}

/// The base of every declared profile, whose figures are taken over at once.
template <typename Profile>
void
AddBases(KeyTable& table,
         const std::string& group,
         const std::vector<Profile>& builtIn,
         std::vector<Profile>& declared)
{
    for (Profile& profile : declared)
    {
        const auto adopt = [&profile, builtIn](const std::string& base) {
            const std::string name = profile.name;
            profile = *FindProfile(builtIn, base);
            profile.name = name;
            profile.base = base;
            profile.source.clear(); // where changed figures come from, only the user knows
        };
        table.Add(MakeBaseKey(JoinPath(group, profile.name), builtIn, profile, adopt));
    }
}

template <typename Profile>
void
AddGroup(KeyTable& table,
         const std::string& group,
         const std::vector<Profile>& builtIn,
         std::vector<Profile>& declared)
{
    table.AddGroup(group);
    for (Profile& profile : declared)
    {
        const std::string path = JoinPath(group, profile.name);
        // Its figures are there already: AddBaseKeys.
        table.Add(MakeBaseKey(
            path, builtIn, profile, [&profile](const std::string& base) { profile.base = base; }));
        AddFigureKeys(table, path, profile);
    }
}

/// \param choices their figures as they are now: see ResolveProfiles
template <typename Profile>
Key
MakeProfileKey(const std::string& path,
               const std::vector<Profile>& choices,
               Profile& target,
               const std::string& help)
{
    return MakeWordKey(
        path,
        GetNames(choices),
        [choices, &target](const std::string& name) { target = *FindProfile(choices, name); },
        [&target]() { return target.name; },
        help);
}

template <typename Profile>
void
Resolve(const std::vector<Profile>& declared, Profile& target)
{
    if (const Profile* const profile = FindProfile(declared, target.name))
    {
        target = *profile;
    }
}

} // namespace

void
DeclareProfiles(const YamlFile& file, const Settings& settings, Scenario& scenario)
{
    Declare(FindNames(file, settings, processorGroup), GetProcessorProfiles(), scenario.profiles);
    Declare(FindNames(file, settings, interfaceGroup), GetInterfaceProfiles(), scenario.interfaces);
}

void
DeclareExamples(Scenario& scenario)
{
    scenario.profiles.emplace_back();
    scenario.profiles.back().name = exampleName;
    scenario.interfaces.emplace_back();
    scenario.interfaces.back().name = exampleName;
}

void
AddBaseKeys(KeyTable& table, Scenario& scenario)
{
    AddBases(table, processorGroup, GetProcessorProfiles(), scenario.profiles);
    AddBases(table, interfaceGroup, GetInterfacesOf(wired), scenario.interfaces);
}

void
AddProfileKeys(KeyTable& table, Scenario& scenario)
{
    AddGroup(table, processorGroup, GetProcessorProfiles(), scenario.profiles);
    AddGroup(table, interfaceGroup, GetInterfacesOf(wired), scenario.interfaces);
}

Key
MakeProcessorKey(const std::string& path,
                 const Scenario& scenario,
                 ProcessorProfile& target,
                 const std::string& help)
{
    std::vector<ProcessorProfile> choices = GetProcessorProfiles();
    choices.insert(choices.end(), scenario.profiles.begin(), scenario.profiles.end());
    return MakeProfileKey(path, choices, target, help);
}

Key
MakeInterfaceKey(const std::string& path,
                 const Scenario& scenario,
                 InterfaceProfile& target,
                 const std::string& help)
{
    std::vector<InterfaceProfile> choices = GetInterfacesOf(target.medium);
    for (const InterfaceProfile& profile : scenario.interfaces)
    {
        if (profile.medium == target.medium)
        {
            choices.push_back(profile);
        }
    }
    return MakeProfileKey(path, choices, target, help);
}

void
ResolveProfiles(Scenario& scenario)
{
    for (ProcessorProfile* const target : {&scenario.deviceProcessor,
                                           &scenario.gatewayProcessor,
                                           &scenario.edgeProcessor,
                                           &scenario.cloudProcessor})
    {
        Resolve(scenario.profiles, *target);
    }
    for (auto& [name, link] : scenario.links)
    {
        Resolve(scenario.interfaces, link.interface);
    }
}

} // namespace simulator
