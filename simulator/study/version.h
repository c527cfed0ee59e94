// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_VERSION_H
#define SIMULATOR_VERSION_H

#include <string>

namespace simulator
{

/// Version of ddnnsim.
std::string GetVersion();

/// Version of the ns-3 that it was built against.
std::string GetNs3Version();

/// Hash of the sources that results depend on: also versions between two releases are told apart.
std::string GetSourceHash();

/// All of it in one text. Only results of the same full version are mixed.
std::string GetFullVersion();

} // namespace simulator

#endif // SIMULATOR_VERSION_H
