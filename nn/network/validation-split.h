// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_VALIDATION_SPLIT_H
#define NN_VALIDATION_SPLIT_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/training-settings.h"

#include <vector>

namespace nn
{

/// What becomes of the training split of a data set; indices in ascending order of the split.
struct TrainingSplit
{
    std::vector<int> training;
    std::vector<int> validation; //!< held out: what is chosen after training is chosen on them
};

/// Holds out TrainingSettings::validation of the training split, rounded to whole samples, drawn
/// with the seed of the training.
/// \throw InputError if fewer than two samples are left, or none is held out that should be
TrainingSplit SplitTraining(const MultiViewDataSet& dataset, const TrainingSettings& settings);

} // namespace nn

#endif // NN_VALIDATION_SPLIT_H
