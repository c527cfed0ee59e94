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
        FeatureBatch& batch = batches.emplace_back(shape, 0, 255);
        batch.samples = static_cast<int>(samples.size());
        batch.values.reserve(view.Size() * samples.size());
        for (const int sample : samples)
        {
            const std::uint8_t* pixels = dataset.GetView(sample, camera);
            batch.values.insert(batch.values.end(), pixels, pixels + view.Size());
        }
    }
    return batches;
}

} // namespace nn
