// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CALIBRATION_H
#define NN_CALIBRATION_H

#include "nn/blocks/feature-batch.h"
#include "nn/data/multi-view-data-set.h"
#include "nn/network/exit-temperatures.h"

#include <vector>

namespace nn
{

class HierarchicalNetwork;

/// Bounds of FitTemperature.
constexpr double lowestTemperature = 0.05;
constexpr double highestTemperature = 20;

/// Slope of the mean negative log likelihood -log p[label], p = softmax(scores / T), for the
/// inverse temperature b = 1 / T: the mean over the samples of sum of p_c z_c - z[label]. It never
/// falls: the likelihood is convex in b. \param scores (N, classes), at least one sample
double GetLikelihoodSlope(const RealBatch& scores,
                          const std::vector<int>& labels,
                          double inverseTemperature);

/// Temperature with the least negative log likelihood (Guo et al., 2017), by bisection of the
/// slope. Within the bounds above: if every sample is right, ever lower temperatures are ever more
/// likely.
double FitTemperature(const RealBatch& scores, const std::vector<int>& labels);

/// FitTemperature for each exit of a network, on samples that it was not trained on.
ExitTemperatures FitTemperatures(const HierarchicalNetwork& network,
                                 const MultiViewDataSet& dataset,
                                 const std::vector<int>& samples);

/// Expected calibration error (Guo et al., 2017, equation 3): the samples in 15 bins by confidence
/// p, the highest probability of softmax(scores / T), bin m holding (m - 1) / 15 < p <= m / 15; the
/// mean over the samples of |accuracy of the bin - mean confidence of the bin|. 0 to 1.
double GetExpectedCalibrationError(const RealBatch& scores,
                                   const std::vector<int>& labels,
                                   double temperature);

} // namespace nn

#endif // NN_CALIBRATION_H
