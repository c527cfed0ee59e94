// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MPI_SERVER_H
#define SIMULATOR_MPI_SERVER_H

#include "simulator/study/interrupt-watch.h"
#include "simulator/study/workers.h"

#include <string>

namespace simulator
{

/// What a rank other than 0 does: pieces of work, until the master sends it home.
void ServeMpi(const Workers::Work& work, const InterruptWatch& watch, double timeoutSeconds);

/// Tells the master that this rank cannot work.
void RefuseMpi(const std::string& reason);

} // namespace simulator

#endif // SIMULATOR_MPI_SERVER_H
