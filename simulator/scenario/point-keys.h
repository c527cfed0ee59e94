// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_POINT_KEYS_H
#define SIMULATOR_POINT_KEYS_H

#include "simulator/scenario/key-types.h"

#include <string>
#include <vector>

namespace simulator
{

// As in key-types.h, for points of a plane.

/// Metres to the east and to the north of an origin.
struct Point
{
    double x = 0;
    double y = 0;
};

/// A list of points, each a list of two numbers: [[10, 0], [0, -5.5]].
/// \param range of each number
Key MakePointsKey(const std::string& path,
                  std::vector<Point>& target,
                  const Range<double>& range,
                  const std::string& help);

} // namespace simulator

#endif // SIMULATOR_POINT_KEYS_H
