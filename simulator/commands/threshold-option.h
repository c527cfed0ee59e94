// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_THRESHOLD_OPTION_H
#define SIMULATOR_THRESHOLD_OPTION_H

#include "nn/network/evaluation.h"
#include "nn/network/network-file.h"

#include <boost/program_options.hpp>

#include <ostream>

namespace simulator
{

// The options of `ddnnsim evaluate` that say at which thresholds: --threshold, --edge-threshold, or
// --search, which finds them on the validation samples of a network.

void AddThresholdOptions(boost::program_options::options_description& options);

/// \throw nn::InputError if --search cannot be had with the other options, or of this network: it
/// has no validation samples, or no exit to search for
bool HasSearch(const boost::program_options::variables_map& values, const nn::NetworkFile& file);

/// As given, or the defaults.
/// \throw nn::InputError if they are out of range
nn::Thresholds GetThresholds(const boost::program_options::variables_map& values);

/// What --search finds. Nothing has failed there.
/// \param dataset with all its samples
/// \param report what is found, in words
/// \throw nn::InputError if the data set is not that of the training
nn::Thresholds SearchThresholds(const boost::program_options::variables_map& values,
                                const nn::NetworkFile& file,
                                const nn::NetworkInference& network,
                                const nn::MultiViewDataSet& dataset,
                                std::ostream& report);

} // namespace simulator

#endif // SIMULATOR_THRESHOLD_OPTION_H
