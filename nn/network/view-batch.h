// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_VIEW_BATCH_H
#define NN_VIEW_BATCH_H

#include "nn/blocks/feature-batch.h"
#include "nn/data/multi-view-data-set.h"

#include <vector>

namespace nn
{

/// The views of some samples at some cameras: one batch (N, C, H, W) of pixels per camera.
std::vector<FeatureBatch> GatherViews(const MultiViewDataSet& dataset,
                                      const std::vector<int>& samples,
                                      const std::vector<int>& cameras);

} // namespace nn

#endif // NN_VIEW_BATCH_H
