// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_EXIT_H
#define NN_EXIT_H

#include "nn/blocks/feature-batch.h"

#include <vector>

namespace nn
{

/// What happens at an exit, from the scores of a sample (one per class). The temperature: see
/// ExitTemperatures.

/// Softmax (paper, section III-C): exp(z_c / T) / sum of exp(z / T), one probability per class.
std::vector<double> Softmax(const float* scores, int classes, double temperature = 1);

/// Normalized entropy of the softmax (paper, section III-D), in [0, 1]:
/// eta = - sum of p_c log p_c / log |C|. 0: certain; 1: all classes alike.
double GetNormalizedEntropy(const float* scores, int classes, double temperature = 1);

/// Class with the highest score, the first of equals.
int GetPrediction(const float* scores, int classes);

/// Softmax cross entropy (paper, section III-C, without the constant factor 1 / |C|): mean over the
/// samples of -log p[label]. Samples with a negative label are left out; 0 if none is left.
/// \param weight of this loss
/// \param gradient of the weighted loss for the scores, (N, classes), is added
/// \return the weighted loss
double AddCrossEntropy(const RealBatch& scores,
                       const std::vector<int>& labels,
                       double weight,
                       RealBatch& gradient);

} // namespace nn

#endif // NN_EXIT_H
