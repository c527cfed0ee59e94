// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRAINING_H
#define SIMULATOR_TRAINING_H

#include "nn/data/data-set-source.h"
#include "nn/network/evaluation.h"
#include "nn/network/trainer.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace simulator
{

/// A network that an experiment needs, whatever the seed.
struct Variant
{
    nn::NetworkDescription network;
    nn::LossWeights weights;
};

/// One network to train and to evaluate.
struct Training
{
    Variant variant;
    nn::TrainingSettings settings;
    nn::DataSetSource source;
    std::shared_ptr<const nn::MultiViewDataSet> dataset; //!< of the source
    std::string datasetHash;                             //!< its GetHash: takes long
};

/// What is kept of a trained network: its answers to the test samples.
struct TrainingResult
{
    nn::Evaluation evaluation;              //!< nothing failed
    std::vector<nn::Evaluation> withFailed; //!< device i has failed; empty with one device
    std::size_t deviceBytes = 0;            //!< memory of a device's parameters, packed
};

/// Text that says everything a result depends on: equal texts, equal results. The names of network
/// and data set do not count.
std::string DescribeVariant(const Variant& variant);
std::string DescribeTraining(const Training& training);

/// Trains and evaluates.
/// \throw nn::InputError if the data set does not fit
TrainingResult Train(const Training& training);

} // namespace simulator

#endif // SIMULATOR_TRAINING_H
