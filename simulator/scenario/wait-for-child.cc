// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/wait-for-child.h"

#include <sys/wait.h>

#include <cerrno>

namespace simulator
{

bool
WaitForChild(pid_t child)
{
    int status = -1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace simulator
