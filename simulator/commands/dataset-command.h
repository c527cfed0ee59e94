// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_DATASET_COMMAND_H
#define SIMULATOR_DATASET_COMMAND_H

#include "simulator/commands/command.h"

namespace simulator
{

/// `ddnnsim dataset street|show`: writes the synthetic data set `street` into a file, or tells what
/// a data set holds and draws it.
extern const Command datasetCommand;

} // namespace simulator

#endif // SIMULATOR_DATASET_COMMAND_H
