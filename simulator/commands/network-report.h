// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_NETWORK_REPORT_H
#define SIMULATOR_NETWORK_REPORT_H

#include "nn/network/evaluation.h"
#include "nn/network/exit-temperatures.h"
#include "nn/network/network-inference.h"

#include <ostream>

namespace simulator
{

// What `ddnnsim train` and `ddnnsim evaluate` print of a network: tables of at most 80 columns.
// Devices, cameras and edges are counted from 1, as in the files.

/// Accuracy of every exit if all samples leave there.
void PrintExits(std::ostream& stream,
                const nn::NetworkDescription& network,
                const nn::Evaluation& evaluation);

/// Exit shares, overall accuracy and bytes (Eq. (1)) for thresholds of the first exit from 0.1 to
/// 1.0. Nothing for a network whose only exit is the cloud.
/// \param edge threshold of the edge exit where the local one varies
void PrintThresholds(std::ostream& stream,
                     const nn::NetworkDescription& network,
                     const nn::Evaluation& evaluation,
                     double edge);

/// Accuracy of each device alone. Nothing for devices without a section.
void PrintDevices(std::ostream& stream,
                  const nn::NetworkDescription& network,
                  const nn::Evaluation& evaluation);

/// Temperature and expected calibration error of every exit, without and with it.
void PrintCalibration(std::ostream& stream,
                      const nn::Evaluation& evaluation,
                      const nn::ExitTemperatures& temperatures);

/// Memory and operations of each section.
void PrintSections(std::ostream& stream, const nn::NetworkInference& network);

} // namespace simulator

#endif // SIMULATOR_NETWORK_REPORT_H
