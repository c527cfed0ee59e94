// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TRAINING_SETTINGS_H
#define NN_TRAINING_SETTINGS_H

#include "nn/network/network-description.h"

#include <cstdint>
#include <string>

namespace nn
{

/// Weights of the losses in their sum (paper, section III-C: equal).
struct LossWeights
{
    double device = 1; //!< of each device's own scores, over the views it sees
    double local = 1;
    double edge = 1;
    double cloud = 1;
};

/// What is done with the scores of a trained network.
enum class Calibration
{
    None,
    Temperature //!< see FitTemperatures
};

/// "none", "temperature".
std::string ToString(Calibration calibration);

/// How a network is trained (paper, section IV-A).
struct TrainingSettings
{
    int epochs = 100;
    int batch = 32;
    double learningRate = 0.001;
    std::uint64_t seed = 1; //!< of all random numbers: see random-streams.h
    LossWeights weights;
    double failout = 0;    //!< probability of a device's failure for a sample: see DrawFailures
    double validation = 0; //!< share of the training split that is held out: see SplitTraining
    Calibration calibration = Calibration::None; //!< on what is held out

    /// \throw InputError "key: what", in the words of a network file, if a setting is out of range,
    /// or the network cannot be trained so
    void Validate(const NetworkDescription& network) const;
};

} // namespace nn

#endif // NN_TRAINING_SETTINGS_H
