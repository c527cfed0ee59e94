// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_EXTRA_PATH_LOSS_H
#define SIMULATOR_EXTRA_PATH_LOSS_H

#include <ns3/propagation-loss-model.h>

#include <cstdint>

namespace simulator
{

/// Weakens all signals of a channel by the same factor, whoever sends them and whoever hears them:
/// rain, or something in the way of all. A signal has the strength of the moment when it begins.
class ExtraPathLoss : public ns3::PropagationLossModel
{
  public:
    static ns3::TypeId GetTypeId();

    /// \param decibels 0: none, as at the beginning
    void SetLoss(double decibels);

  private:
    double DoCalcRxPower(double txPowerDbm,
                         ns3::Ptr<ns3::MobilityModel> from,
                         ns3::Ptr<ns3::MobilityModel> to) const override;
    std::int64_t DoAssignStreams(std::int64_t stream) override;

    double m_decibels = 0;
};

} // namespace simulator

#endif // SIMULATOR_EXTRA_PATH_LOSS_H
