// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LINK_KEYS_H
#define SIMULATOR_LINK_KEYS_H

#include "simulator/scenario/key-table.h"

#include <string>

namespace simulator
{

/// Adds the keys that a link may have, whatever its type, for documents: bound to nothing. A key
/// that several types have is one row, which says what differs by type.
/// \param path "links.local"
void AddKeysOfAllTypes(KeyTable& table, const std::string& path);

} // namespace simulator

#endif // SIMULATOR_LINK_KEYS_H
