// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/radio.h"

#include "simulator/scenario/text-keys.h"

#include <cmath>

namespace simulator
{

namespace
{

constexpr double pi = 3.14159265358979323846;
constexpr double speedOfLight = 299'792'458; // m/s

} // namespace

void
AddRadioKeys(KeyTable& table,
             const std::string& path,
             RadioSettings& settings,
             const RadioLimits& limits)
{
    table.Add(MakeLengthKey(
        JoinPath(path, "distance"), settings.distance, {1, limits.farthest}, limits.distanceHelp));
    table.Add(MakePowerLevelKey(
        JoinPath(path, "tx_power"), settings.txPower, limits.txPower, limits.txPowerHelp));
    table.Add(MakeWordKey(JoinPath(path, "propagation"),
                          settings.propagation,
                          {"log-distance", "friis"},
                          "How the signal weakens: with a power of the distance behind the first "
                          "metre, or as in free space."));
    table.Add(MakeNumberKey(JoinPath(path, "exponent"),
                            settings.exponent,
                            {1, 10},
                            "Power of the distance, for log-distance."));
}

double
GetLossOfFirstMetre(double frequency)
{
    return 20 * std::log10(4 * pi * frequency / speedOfLight);
}

ns3::Ptr<ns3::PropagationLossModel>
MakePathLoss(const RadioSettings& settings, double frequency)
{
    if (settings.propagation == "friis")
    {
        auto friis = ns3::CreateObject<ns3::FriisPropagationLossModel>();
        friis->SetFrequency(frequency);
        return friis;
    }
    auto model = ns3::CreateObject<ns3::LogDistancePropagationLossModel>();
    model->SetPathLossExponent(settings.exponent);
    model->SetReference(1, GetLossOfFirstMetre(frequency));
    return model;
}

ns3::Vector
GetPosition(const RadioSettings& settings, std::size_t i, std::size_t n)
{
    const double angle = 2 * pi * static_cast<double>(i) / static_cast<double>(n);
    return {settings.distance * std::cos(angle), settings.distance * std::sin(angle), 0};
}

} // namespace simulator
