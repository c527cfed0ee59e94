// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WAIT_FOR_CHILD_H
#define SIMULATOR_WAIT_FOR_CHILD_H

#include <sys/types.h>

namespace simulator
{

/// Waits for the end of a child process.
/// \return whether it ended by itself, with status 0
bool WaitForChild(pid_t child);

} // namespace simulator

#endif // SIMULATOR_WAIT_FOR_CHILD_H
