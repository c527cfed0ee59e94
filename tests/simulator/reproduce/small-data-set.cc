// SPDX-License-Identifier: GPL-2.0-only
#include "small-data-set.h"

#include "nn/data/split-mix64.h"

#include <numeric>

nn::MultiViewDataSet
MakeSmallDataSet(int cameras, nn::ViewShape view, const std::vector<std::string>& classes)
{
    constexpr int trainingSamples = 40;
    constexpr int samples = trainingSamples + smallTestSamples;
    nn::MultiViewDataSet dataset("small", classes, view, samples, cameras);
    nn::SplitMix64 random(1, 0);
    for (int sample = 0; sample < samples; ++sample)
    {
        const int label = sample % static_cast<int>(classes.size());
        dataset.SetLabel(sample, label);
        for (int camera = 0; camera < cameras; ++camera)
        {
            const bool seen = (sample + sample / 3) % cameras <= camera;
            dataset.SetSeen(sample, camera, seen);
            for (std::size_t i = 0; seen && i < dataset.GetViewShape().Size(); ++i)
            {
                dataset.GetView(sample, camera)[i] =
                    static_cast<std::uint8_t>(60 * label % 150 + 100 * random.Uniform());
            }
        }
    }
    std::vector<int> indices(samples);
    std::iota(indices.begin(), indices.end(), 0);
    dataset.SetSplit({indices.begin(), indices.begin() + trainingSamples},
                     {indices.begin() + trainingSamples, indices.end()});
    return dataset;
}
