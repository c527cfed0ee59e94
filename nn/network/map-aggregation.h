// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_MAP_AGGREGATION_H
#define NN_MAP_AGGREGATION_H

#include "nn/blocks/feature-batch.h"
#include "nn/network/network-description.h"

#include <vector>

namespace nn
{

/// Aggregation of children's feature maps (paper, section III-B), all of one shape (C, H, W):
/// - max, average: component by component, -> (C, H, W). The average stays a sum of integers, with
///   the number of maps as divisor. Missing maps are left out.
/// - concat: stacked along the channels in the order of the children, -> (n C, H, W). A missing map
///   is zero (neither -1 nor +1).
/// \param maps one per child; null: missing. At least one is there.
FeatureBatch AggregateMaps(Aggregation aggregation, const std::vector<const FeatureBatch*>& maps);

/// Gradients for the children's maps; none (empty) for those that are missing. At least one is
/// there. max: to the first of the greatest; average: to each (the aggregate is their sum). \param
/// gradient for the integers of the aggregate, (N, C or n C, H, W)
std::vector<std::vector<float>> DistributeMapGradient(Aggregation aggregation,
                                                      const std::vector<const FeatureBatch*>& maps,
                                                      const std::vector<float>& gradient);

} // namespace nn

#endif // NN_MAP_AGGREGATION_H
