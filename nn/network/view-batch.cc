// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/view-batch.h"

#include <algorithm>
#include <cstddef>

namespace nn
{

std::vector<FeatureBatch>
GatherViews(const MultiViewDataSet& dataset,
            const std::vector<int>& samples,
            const std::vector<int>& cameras)
{
    const ViewShape view = dataset.GetViewShape();
    const MapShape shape{view.channels, view.height, view.width};
    std::vector<FeatureBatch> batches;
    for (const int camera : cameras)
    {
        FeatureBatch& batch = batches.emplace_back(shape, static_cast<int>(samples.size()), 255);
        for (std::size_t n = 0; n < samples.size(); ++n)
        {
            std::copy_n(dataset.GetView(samples[n], camera),
                        view.Size(),
                        batch.GetMap(static_cast<int>(n)));
        }
    }
    return batches;
}

} // namespace nn
