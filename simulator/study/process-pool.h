// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PROCESS_POOL_H
#define SIMULATOR_PROCESS_POOL_H

#include "simulator/study/child-process.h"
#include "simulator/study/interrupt-watch.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace simulator
{

/// Does `count` pieces of work, each in a process of its own, up to `jobs` at a time.
/// \param watch notices signals while this lasts
/// \param work piece number i; called in the child
/// \param finish takes its result; called in this process, in the order in which they end
/// \throw Interrupted, or what `finish` throws; running children are killed then
void RunInProcesses(std::size_t count,
                    unsigned jobs,
                    const InterruptWatch& watch,
                    const std::function<std::vector<std::uint8_t>(std::size_t)>& work,
                    const std::function<void(std::size_t, const ChildResult&)>& finish);

} // namespace simulator

#endif // SIMULATOR_PROCESS_POOL_H
