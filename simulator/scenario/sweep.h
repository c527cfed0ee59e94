// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SWEEP_H
#define SIMULATOR_SWEEP_H

#include "simulator/scenario/setting.h"

#include <cstddef>
#include <string>
#include <vector>

namespace simulator
{

/// Paths that vary together: one, or several in a `zip`.
struct SweepFactor
{
    std::vector<Settings> steps; //!< at least one; in each, one setting per path, in the same order
};

/// What a study varies: the product of its factors.
struct Sweep
{
    std::string place; //!< of the sweep in the file, or of an option
    std::vector<SweepFactor> factors;
};

/// Number of combinations, 1 if nothing is swept; one more than the limit if there are more.
std::size_t CountVariants(const Sweep& sweep, std::size_t limit);

/// The settings of one combination, from 0; the last factor varies fastest.
Settings GetVariant(const Sweep& sweep, std::size_t index);

/// Swept paths in the order of the settings of a combination.
std::vector<std::string> GetSweptPaths(const Sweep& sweep);

/// Whether two dotted paths are of the same value, or one of a part of the other: `waits.local` is
/// short for `waits.local.time`.
bool AreOfOneValue(const std::string& a, const std::string& b);

/// A swept value as the user wrote it; a list as YAML in one line.
std::string FormatSweptValue(const YAML::Node& value);

/// The sweep as YAML such that a file in the current folder sweeps the same. Empty if nothing is
/// swept.
std::string FormatSweep(const Sweep& sweep);

} // namespace simulator

#endif // SIMULATOR_SWEEP_H
