// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PAPER_NETWORKS_H
#define SIMULATOR_PAPER_NETWORKS_H

#include "simulator/reproduce/study.h"

#include <vector>

namespace simulator
{

/// Threshold of the local exit in the paper's experiments (section IV-D).
constexpr double paperThreshold = 0.8;

/// The network of the paper's experiments (section IV-A, Figure 4) on all cameras: a ConvP block of
/// four filters on each device, one of 16 in the cloud; MP for the scores, CC for the features.
Variant MakeBaseline(const Study& study);

/// The same with fewer cameras.
/// \param cameras 0-based
Variant MakeWithCameras(const Study& study, std::vector<int> cameras);

/// The same with other filters on the devices.
Variant MakeWithFilters(const Study& study, int filters);

/// The same with other aggregations.
Variant MakeWithAggregation(const Study& study, nn::Aggregation local, nn::Aggregation cloud);

/// A ConvP block and an FC block trained alone on one camera's views (section III-F, "individual").
/// The cloud of this network is not trained.
Variant MakeIndividual(const Study& study, int camera);

} // namespace simulator

#endif // SIMULATOR_PAPER_NETWORKS_H
