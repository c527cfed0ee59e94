// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RADIO_H
#define SIMULATOR_RADIO_H

#include "simulator/scenario/key-types.h"

#include <ns3/propagation-loss-model.h>
#include <ns3/vector.h>

#include <cstddef>
#include <string>

namespace simulator
{

// What radio links have in common: where their nodes are, and how signals weaken on the way.

struct RadioSettings
{
    double distance = 0;                      //!< metres from every lower node to the upper one
    double txPower = 0;                       //!< of every node, dBm
    std::string propagation = "log-distance"; //!< log-distance, friis
    double exponent = 3;                      //!< of log-distance
};

/// What the settings of a type may be.
struct RadioLimits
{
    double farthest = 0;   //!< distance, metres
    Range<double> txPower; //!< dBm
    std::string distanceHelp;
    std::string txPowerHelp;
};

void AddRadioKeys(KeyTable& table,
                  const std::string& path,
                  RadioSettings& settings,
                  const RadioLimits& limits);

/// Loss over the first metre in free space, in dB.
/// \param frequency in hertz
double GetLossOfFirstMetre(double frequency);

/// With log-distance, the loss over the first metre is that of free space, and grows with a power
/// of the distance behind it; friis is free space all the way.
/// \param frequency in hertz
ns3::Ptr<ns3::PropagationLossModel> MakePathLoss(const RadioSettings& settings, double frequency);

/// Position of lower node i of n: evenly on a circle around the upper node, which is at (0, 0, 0).
ns3::Vector GetPosition(const RadioSettings& settings, std::size_t i, std::size_t n);

} // namespace simulator

#endif // SIMULATOR_RADIO_H
