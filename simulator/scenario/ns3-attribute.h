// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NS3_ATTRIBUTE_H
#define SIMULATOR_NS3_ATTRIBUTE_H

#include <string>

namespace simulator
{

// Defaults of ns-3's attributes that the user sets: "ns3::Class::Attribute" and a text. ns-3
// answers a bad one by ending the process, so all are checked here before it sees them.

/// Checks that there is such an attribute, that objects take it when they are made, and that the
/// simulator does not set it from a key anyway.
/// \throw nn::InputError with what was expected
void CheckAttributeName(const std::string& name);

/// Checks that ns-3 takes a text as the value of an attribute. Some texts end the process that
/// asks, and some values use up a number of a random stream: another process is asked. \param name
/// that CheckAttributeName takes \throw nn::InputError with what was expected \throw
/// std::system_error if the system has no process left
void CheckAttributeValue(const std::string& name, const std::string& text);

/// Makes a text the default of an attribute, for all objects that are made from now on in this
/// process.
/// \param text that CheckAttributeValue takes
void SetAttributeDefault(const std::string& name, const std::string& text);

} // namespace simulator

#endif // SIMULATOR_NS3_ATTRIBUTE_H
