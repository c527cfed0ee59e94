// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_LAW_H
#define SIMULATOR_FAILURE_LAW_H

#include <ns3/nstime.h>

namespace simulator
{

/// Weibull distribution of the time until something happens, by its mean. With shape 1 it is the
/// exponential distribution; below, most times are short and a few very long.
struct FailureLaw
{
    ns3::Time mean;
    double shape = 1;
};

/// The time t before which a share of all times lie:
/// t = mean / Gamma(1 + 1/shape) x (-ln(1 - share))^(1/shape), at least 1 ns, at most 127 years.
/// \param share in [0, 1)
ns3::Time GetQuantile(const FailureLaw& law, double share);

} // namespace simulator

#endif // SIMULATOR_FAILURE_LAW_H
