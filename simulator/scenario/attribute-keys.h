// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_ATTRIBUTE_KEYS_H
#define SIMULATOR_ATTRIBUTE_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"
#include "simulator/scenario/setting.h"
#include "simulator/scenario/yaml-file.h"

namespace simulator
{

// Defaults of ns-3's attributes: attributes.ns3::Class::Attribute, whose names the file brings.

/// Enters the attributes that the file or the settings name.
/// \throw nn::InputError if there is no such attribute, or none that can be set
void DeclareAttributes(const YamlFile& file, const Settings& settings, Scenario& scenario);

/// Enters one by the name "<ns3::Class::Attribute>", for documents about all keys.
void DeclareExampleAttribute(Scenario& scenario);

void AddAttributeKeys(KeyTable& table, Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_ATTRIBUTE_KEYS_H
