// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_NETWORK_PARTITION_H
#define DDNN_NETWORK_PARTITION_H

#include "models/ddnn-partition.h"

#include <memory>

namespace nn
{
class ExitInference;
class SectionInference;
} // namespace nn

namespace ns3::ddnn
{

/// Section of a trained network.
std::shared_ptr<const Partition> MakePartition(std::shared_ptr<const nn::SectionInference> section);

/// Section of a device that computes nothing: its raw view goes up as it is, at no cost.
std::shared_ptr<const Partition> MakeRawPartition();

/// Exit of a trained network that aggregates the scores of a tier.
std::shared_ptr<const Classifier> MakeClassifier(std::shared_ptr<const nn::ExitInference> exit);

} // namespace ns3::ddnn

#endif // DDNN_NETWORK_PARTITION_H
