// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SWEEP_OPTION_H
#define SIMULATOR_SWEEP_OPTION_H

#include "simulator/scenario/sweep.h"

#include <string>
#include <vector>

namespace simulator
{

/// Adds what `--sweep PATH=V1,V2` and `--sweep 'PATH={from: ...}'` say. A path that the file
/// sweeps, too, keeps its place in the order and gets the values of the option. \throw
/// nn::InputError
void AddSweepOptions(Sweep& sweep, const std::vector<std::string>& options);

/// \throw nn::InputError if a setting is for a path that is swept, or for a part of one
void CheckNotSwept(const Settings& settings, const Sweep& sweep);

} // namespace simulator

#endif // SIMULATOR_SWEEP_OPTION_H
