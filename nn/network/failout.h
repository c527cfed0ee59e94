// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FAILOUT_H
#define NN_FAILOUT_H

#include "nn/data/split-mix64.h"
#include "nn/network/presence.h"

namespace nn
{

/// Failout (Yousefpour et al., "ResiliNet: Failure-Resilient Inference in Distributed Neural
/// Networks", 2020): whole devices are dropped while training, so that the network learns to do
/// without any of them. Here each device fails for each sample of a batch on its own.
///
/// A sample for which all would fail is drawn again until one is left: failures then have the
/// distribution of those under which a running system answers at all, and no device is favoured.
/// \param probability of a device's failure, below 1; 0: nothing is drawn
Presence DrawFailures(SplitMix64& random, int devices, int samples, double probability);

} // namespace nn

#endif // NN_FAILOUT_H
