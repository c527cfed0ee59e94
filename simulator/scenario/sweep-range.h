// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SWEEP_RANGE_H
#define SIMULATOR_SWEEP_RANGE_H

#include "simulator/scenario/value.h"

#include <string>
#include <vector>

namespace simulator
{

/// Whether the key of a range takes whole numbers only.
enum class RangeNumbers
{
    Real,
    Whole
};

/// The values of a range `{from: 64kbps, to: 100Mbps, steps: 6, scale: log}` as texts.
///
/// The ends are as the user wrote them. Value i of n, from 0, is from + (to - from) i / (n - 1);
/// with scale log, from (to / from)^(i / (n - 1)). It is rounded to 6 significant digits, with
/// scale log to 3, and to whole nanoseconds, bits per second or, of a key that takes only such,
/// whole numbers. Its unit is that of the ends, or, if they differ, the largest that gives at
/// least 1. \param map the range \throw nn::InputError
std::vector<std::string> ExpandRange(const YAML::Node& map,
                                     const ValueSource& source,
                                     RangeNumbers numbers);

} // namespace simulator

#endif // SIMULATOR_SWEEP_RANGE_H
