// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PROFILE_KEYS_H
#define SIMULATOR_PROFILE_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"
#include "simulator/scenario/setting.h"
#include "simulator/scenario/yaml-file.h"

#include <string>
#include <vector>

namespace simulator
{

// Profiles that a scenario defines: processors in `profiles`, network interfaces in `interfaces`,
// each a map by name. Which keys there are depends on the names in the file, so they are declared
// first, then their `base` is read, then the rest.

/// Enters a profile without figures for every name in the file and the settings.
/// \throw nn::InputError if a name is no name, or one of a built-in profile
void DeclareProfiles(const YamlFile& file, const Settings& settings, Scenario& scenario);

/// Enters one profile of each kind, by the name "<name>", for documents about all keys.
void DeclareExamples(Scenario& scenario);

/// `base` of all declared profiles: a built-in profile, whose figures become their defaults.
void AddBaseKeys(KeyTable& table, Scenario& scenario);

/// All keys of all declared profiles; those without a base have no defaults.
void AddProfileKeys(KeyTable& table, Scenario& scenario);

/// A processor by its name, built-in or declared.
Key MakeProcessorKey(const std::string& path,
                     const Scenario& scenario,
                     ProcessorProfile& target,
                     const std::string& help);

/// A network interface by its name, built-in or declared, of the same medium as the target.
Key MakeInterfaceKey(const std::string& path,
                     const Scenario& scenario,
                     InterfaceProfile& target,
                     const std::string& help);

/// Copies the figures of the declared profiles to where their names stand: they may have been read
/// after those.
void ResolveProfiles(Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_PROFILE_KEYS_H
