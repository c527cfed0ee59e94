// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PARTIAL_AGGREGATION_H
#define NN_PARTIAL_AGGREGATION_H

#include "nn/network/map-aggregation.h"
#include "nn/network/presence.h"

#include <vector>

namespace nn
{

/// AggregateMaps of a batch in which different maps are missing for different samples: sample by
/// sample the aggregate of the maps that are there; zeros if there is none.
///
/// The sum of an average of k out of n maps is multiplied by L / k, L the least common multiple of
/// 1, ..., n, to have one divisor for the batch and stay an integer.
/// \param maps one per child, none null
FeatureBatch AggregatePresentMaps(Aggregation aggregation,
                                  const std::vector<const FeatureBatch*>& maps,
                                  const Presence& presence);

/// Gradients for the children's maps, zero for the samples for which they are missing: see
/// DistributeMapGradient.
std::vector<std::vector<float>> DistributePresentMapGradient(
    Aggregation aggregation,
    const std::vector<const FeatureBatch*>& maps,
    const std::vector<float>& gradient,
    const Presence& presence);

/// L above. 0 if it does not fit in the integers of a FeatureBatch.
int GetCommonDivisor(int maps);

} // namespace nn

#endif // NN_PARTIAL_AGGREGATION_H
