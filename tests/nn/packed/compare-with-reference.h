// SPDX-License-Identifier: GPL-2.0-only
#ifndef COMPARE_WITH_REFERENCE_H
#define COMPARE_WITH_REFERENCE_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/hierarchical-network.h"

#include <vector>

namespace nn::test
{

/// Runs all packed sections with all kernels of this processor, and those of the reference; expects
/// the same bytes, with padding bits of zero, and the same scores, for all subsets of missing
/// devices.
/// \param stride of the subsets: 1 for all
void CompareWithReference(const HierarchicalNetwork& network,
                          const MultiViewDataSet& dataset,
                          const std::vector<int>& samples,
                          unsigned stride);

} // namespace nn::test

#endif // COMPARE_WITH_REFERENCE_H
