// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SWEEP_READER_H
#define SIMULATOR_SWEEP_READER_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/sweep.h"
#include "simulator/scenario/yaml-file.h"

namespace simulator
{

/// Takes the key `sweep` out of a scenario file; without that key, the sweep has no factors.
///
/// Checks its form: whether the swept keys exist and take the values, only a scenario can tell.
/// \throw nn::InputError with file, line and column
Sweep TakeSweep(YamlFile& file);

/// The key, for documents: its value never gets to it.
Key MakeSweepKey();

} // namespace simulator

#endif // SIMULATOR_SWEEP_READER_H
