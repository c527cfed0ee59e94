// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_INTERFACE_PROFILES_H
#define SIMULATOR_INTERFACE_PROFILES_H

#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// The built-in network interfaces: wired ones, and radios.
///
/// The source text says of each figure whether it is from a paper or data sheet, derived from such
/// figures, or assumed.
const std::vector<InterfaceProfile>& GetInterfaceProfiles();

/// \return null if there is no profile of this name
const InterfaceProfile* FindInterfaceProfile(const std::string& name);

} // namespace simulator

#endif // SIMULATOR_INTERFACE_PROFILES_H
