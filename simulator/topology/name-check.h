// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NAME_CHECK_H
#define SIMULATOR_NAME_CHECK_H

#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// \param path of the key to blame
/// \throw nn::InputError always: the place of the key, the key, the reason
[[noreturn]] void Refuse(const Scenario& scenario,
                         const std::string& path,
                         const std::string& reason);

/// Whether there is a node or link of this name.
/// \param what "node", for the message
/// \param example of a name, for the message
/// \throw nn::InputError with the place of the key and the nearest name
void CheckName(const Scenario& scenario,
               const std::string& path,
               const std::string& what,
               const std::string& name,
               const std::vector<std::string>& names,
               const std::string& example);

} // namespace simulator

#endif // SIMULATOR_NAME_CHECK_H
