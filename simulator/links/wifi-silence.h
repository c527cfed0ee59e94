// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_SILENCE_H
#define SIMULATOR_WIFI_SILENCE_H

#include <ns3/mobility-model.h>
#include <ns3/node.h>
#include <ns3/propagation-loss-model.h>

#include <cstdint>
#include <map>

namespace simulator
{

/// Nobody hears a node that is off (NodeState): its signals arrive with -1000 dBm, and disturb
/// nothing. For ns-3's radio itself cannot be switched off while it sends, or is associated: its
/// state machine goes on, and so do beacons and retransmissions that nobody hears.
class WifiSilence : public ns3::PropagationLossModel
{
  public:
    static ns3::TypeId GetTypeId();

    /// \param place of the node's radio
    void Add(const ns3::Ptr<const ns3::MobilityModel>& place,
             const ns3::Ptr<const ns3::Node>& node);

  private:
    double DoCalcRxPower(double txPowerDbm,
                         ns3::Ptr<ns3::MobilityModel> from,
                         ns3::Ptr<ns3::MobilityModel> to) const override;
    std::int64_t DoAssignStreams(std::int64_t stream) override;

    std::map<ns3::Ptr<const ns3::MobilityModel>, ns3::Ptr<const ns3::Node>> m_nodes;
};

} // namespace simulator

#endif // SIMULATOR_WIFI_SILENCE_H
