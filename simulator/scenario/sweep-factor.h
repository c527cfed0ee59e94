// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SWEEP_FACTOR_H
#define SIMULATOR_SWEEP_FACTOR_H

#include "simulator/scenario/sweep.h"

#include <string>
#include <vector>

namespace simulator
{

/// A path that is swept, and where it says so.
struct SweptPath
{
    ValueSource source;
    std::string path;
    std::string place;
};

/// The values of a path, a list or a range: one setting for each.
/// \throw nn::InputError
Settings ReadSweptValues(const YAML::Node& values, const SweptPath& swept);

/// The factor of paths that vary together.
/// \param lists values of each path
/// \throw nn::InputError if they are not equally long, or a combination comes twice
SweepFactor MakeFactor(const std::vector<Settings>& lists);

/// \throw nn::InputError if two of the paths are of the same value, or there are too many
void CheckSweptPaths(const Sweep& sweep);

} // namespace simulator

#endif // SIMULATOR_SWEEP_FACTOR_H
