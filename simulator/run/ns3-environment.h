// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NS3_ENVIRONMENT_H
#define SIMULATOR_NS3_ENVIRONMENT_H

#include <string>
#include <vector>

namespace simulator
{

/// Checks the environment variables that ns-3 reads by itself, before a simulation does.
///
/// NS_LOG: ns-3 aborts if it names a component that is not there. In a build without log messages,
/// ns-3 does not get to see the variable. NS_ATTRIBUTE_DEFAULT and NS_GLOBAL_VALUE would change
/// results without a trace in them.
/// \return warnings for the user
/// \throw nn::InputError
std::vector<std::string> CheckNs3Environment();

/// Checks a value of NS_LOG, "COMPONENT[=LEVEL[|LEVEL]...][:COMPONENT...]".
/// \param components that there are
/// \throw nn::InputError for an unknown component or level
void CheckLogVariable(const std::string& value, const std::vector<std::string>& components);

} // namespace simulator

#endif // SIMULATOR_NS3_ENVIRONMENT_H
