// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TIER_OUTPUTS_H
#define NN_TIER_OUTPUTS_H

#include "nn/network/network-inference.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nn
{

/// Outputs of the nodes of a tier for one sample; nothing for a node that has no input.
using TierOutputs = std::vector<std::optional<SectionOutput>>;

/// Runs every device that has a view; a device without a section passes its view on.
/// \param views one per device, (C, H, W); null: failed
TierOutputs RunDevices(const NetworkInference& network,
                       const std::vector<const std::uint8_t*>& views);

/// Runs every edge to which at least one device sends something.
TierOutputs RunEdges(const NetworkInference& network, const TierOutputs& devices);

/// Runs the cloud on what the tier below sends: at least one output.
Classification RunCloud(const NetworkInference& network, const TierOutputs& children);

/// Scores of the nodes, as an exit takes them.
std::vector<const std::vector<float>*> GetScores(const TierOutputs& outputs);

/// Whether there is no output at all.
bool IsEmpty(const TierOutputs& outputs);

} // namespace nn

#endif // NN_TIER_OUTPUTS_H
