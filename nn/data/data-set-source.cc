// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-source.h"

#include "nn/data/data-set-file.h"
#include "nn/data/street/street-data-set.h"

#include <algorithm>
#include <thread>

namespace nn
{

namespace
{

void
BlankTrainingSamples(MultiViewDataSet& dataset)
{
    const std::size_t size = dataset.GetViewShape().Size();
    for (const int sample : dataset.GetTrainingSamples())
    {
        dataset.SetLabel(sample, 0);
        for (int camera = 0; camera < dataset.GetCameraCount(); ++camera)
        {
            dataset.SetSeen(sample, camera, false);
            std::fill_n(dataset.GetView(sample, camera), size, std::uint8_t{0});
        }
    }
}

} // namespace

MultiViewDataSet
LoadDataSet(const DataSetSource& source, DataSetPart part)
{
    if (source.source == "street")
    {
        const auto threads = static_cast<int>(std::thread::hardware_concurrency());
        return street::RenderDataSet(source, part, std::clamp(threads, 1, 16));
    }
    MultiViewDataSet dataset = ReadDataSet(source.source, source.seed);
    if (part == DataSetPart::TestOnly)
    {
        BlankTrainingSamples(dataset);
    }
    return dataset;
}

} // namespace nn
