// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_THRESHOLD_SEARCH_H
#define NN_THRESHOLD_SEARCH_H

#include "nn/network/evaluation.h"

namespace nn
{

/// Ways to choose the exit thresholds T from the answers to some samples: validation samples, on
/// which the network was neither trained nor is judged. On its training samples a network is nearly
/// always right: they say nothing.

/// The thresholds with the highest overall accuracy (paper, section III-D), of all multiples of
/// 0.01 from 0 to 1 for each exit that there is. Of equals the greatest local one, then the
/// greatest edge one: the fewest bytes.
Thresholds FindMostAccurateThresholds(const Evaluation& evaluation);

/// Threshold of the first exit, local or edge, at which a share of the samples (rounded to whole
/// ones) leaves there: the entropy of the last that does. Below every entropy if none does.
/// \param share 0 to 1
double GetThresholdForShare(const Evaluation& evaluation, double share);

} // namespace nn

#endif // NN_THRESHOLD_SEARCH_H
