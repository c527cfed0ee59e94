// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/version.h"

#include "source-hash.h"

#include <ns3/version.h>

namespace simulator
{

std::string
GetVersion()
{
    return DDNNSIM_VERSION;
}

std::string
GetNs3Version()
{
    // Debian's build knows no tag to make a longer version text from.
    return std::to_string(ns3::Version::Major()) + "." + std::to_string(ns3::Version::Minor());
}

std::string
GetSourceHash()
{
    return DDNNSIM_SOURCE_HASH;
}

std::string
GetFullVersion()
{
    return "ddnnsim " + GetVersion() + ", sources " + GetSourceHash() + ", ns-3." +
           std::to_string(ns3::Version::Minor());
}

} // namespace simulator
