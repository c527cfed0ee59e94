// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_DATA_SET_H
#define NN_STREET_DATA_SET_H

#include "nn/data/data-set-source.h"
#include "nn/data/multi-view-data-set.h"

#include <cstdint>

namespace nn::street
{

/// Size of the data set `street`: as many samples, cameras and classes as the original's.
constexpr int sampleCount = 851;
constexpr int trainingCount = 680;

/// Difficulty of the pictures.
struct Difficulty
{
    double noise = 1.0;        //!< factor on every camera's sensor noise
    int clutter = 9;           //!< greatest number of other persons and cars
    double leastVisible = .35; //!< share of an object that must not be hidden for it to be seen
};

/// Renders one sample: what six cameras see of one car, bus or person. Scenes that no camera sees
/// are drawn again.
/// \param index of the random stream, and of the sample in `dataset`
void RenderSample(std::uint64_t seed,
                  int index,
                  const Difficulty& difficulty,
                  MultiViewDataSet& dataset);

/// Renders the synthetic data set `street`. The first 680 samples are the training split, the last
/// 171 the test split; all are drawn alike.
/// \param source seed and difficulty; what is out of range is taken as the nearest end of the range
/// \param threads at least 1; the result does not depend on it
MultiViewDataSet RenderDataSet(const DataSetSource& source, DataSetPart part, int threads);

} // namespace nn::street

#endif // NN_STREET_DATA_SET_H
