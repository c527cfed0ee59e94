// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_OWNED_ATTRIBUTES_H
#define SIMULATOR_OWNED_ATTRIBUTES_H

#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// An attribute of ns-3 that every object of a simulation gets from something else: a default of it
/// would change nothing.
struct OwnedAttribute
{
    std::string name; //!< "ns3::Class::Attribute"
    /// Key of a scenario, with NAME for a name, or another attribute. Empty: the simulator sets it
    /// always to the same.
    std::string owner;
};

/// What the topology, the links, the transports and the applications set.
const std::vector<OwnedAttribute>& GetOwnedAttributes();

/// \return OwnedAttribute::owner; nothing if a default of this attribute has an effect
std::optional<std::string> FindOwner(const std::string& name);

} // namespace simulator

#endif // SIMULATOR_OWNED_ATTRIBUTES_H
