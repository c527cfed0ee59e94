// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NETWORK_PARSER_H
#define SIMULATOR_NETWORK_PARSER_H

#include "nn/data/data-set-source.h"
#include "nn/network/network-description.h"
#include "nn/network/training-settings.h"

#include <string>

namespace simulator
{

/// Content of a network file: what is trained, how, and on what.
struct NetworkPlan
{
    nn::NetworkDescription network;
    nn::TrainingSettings training;
    nn::DataSetSource dataset;
};

/// Reads a network file (YAML; keys: see MakeNetworkKeys). The name defaults to the file's stem, a
/// relative path of a data set starts at the file's folder. The network has been validated.
/// \throw nn::InputError with file, line and column.
NetworkPlan ParseNetworkFile(const std::string& path);

} // namespace simulator

#endif // SIMULATOR_NETWORK_PARSER_H
