// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TRAINER_STATE_H
#define NN_TRAINER_STATE_H

#include "nn/network/adam.h"

#include <cstdint>
#include <vector>

namespace nn
{

/// Where a training stands between two steps of the optimizer: all that the rest of it depends on,
/// beside the settings, the data set, and the parameters and statistics of the network.
struct TrainerState
{
    int epoch = 0;               //!< epochs done
    int position = 0;            //!< samples done in the running epoch
    double loss = 0;             //!< sum over them
    std::vector<int> order;      //!< of the samples in the running epoch; empty: not begun
    std::uint64_t shuffling = 0; //!< SplitMix64::GetState() of the stream that shuffles them
    Adam::State optimizer;
};

} // namespace nn

#endif // NN_TRAINER_STATE_H
