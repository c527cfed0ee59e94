// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/failures/failure-law.h"

#include <algorithm>
#include <cmath>

namespace simulator
{

ns3::Time
GetQuantile(const FailureLaw& law, double share)
{
    constexpr double longestNanoseconds = 4e18; // ns3::Time ends at 9.2e18
    const double scale =
        static_cast<double>(law.mean.GetNanoSeconds()) / std::tgamma(1 + 1 / law.shape);
    const double time = scale * std::pow(-std::log1p(-share), 1 / law.shape);
    return ns3::NanoSeconds(std::llround(std::clamp(time, 1.0, longestNanoseconds)));
}

} // namespace simulator
