// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_KEY_SET_H
#define SIMULATOR_LINK_KEY_SET_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// A kind of link that `links.NAME.type` may name. Each type is one file with the keys that it
/// understands; link-key-set.cc lists them.
struct LinkKeySet
{
    const char* name;
    const char* help;   //!< what it models
    const char* source; //!< where its defaults come from
    /// Adds the type's keys below a path ("links.local"), bound to the settings.
    void (*addKeys)(KeyTable& table, const std::string& path, LinkSettings& settings);
};

const std::vector<LinkKeySet>& GetLinkKeySets();
std::vector<std::string> GetLinkTypeNames();

/// Adds the keys that a link of the type `settings.type` has.
void AddLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings);

/// Adds the keys of every type, for documents about all of them.
void AddAllLinkKeys(KeyTable& table, const std::string& path, LinkSettings& settings);

} // namespace simulator

#endif // SIMULATOR_LINK_KEY_SET_H
