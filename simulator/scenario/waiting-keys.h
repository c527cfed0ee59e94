// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WAITING_KEYS_H
#define SIMULATOR_WAITING_KEYS_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/scenario.h"

namespace simulator
{

/// How one kind of aggregation point waits; its path alone is a short form of the time.
/// \param who waits
/// \param absent what it means that there is no time, if it has no default
void AddWaitKeys(KeyTable& table,
                 const std::string& path,
                 WaitSettings& settings,
                 const std::string& who,
                 const std::string& absent = "");

} // namespace simulator

#endif // SIMULATOR_WAITING_KEYS_H
