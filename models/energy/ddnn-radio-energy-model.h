// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_RADIO_ENERGY_MODEL_H
#define DDNN_RADIO_ENERGY_MODEL_H

#include "models/energy/ddnn-node-energy.h"

#include <ns3/net-device.h>

namespace ns3::ddnn
{

/// What one network interface draws, by state. A technology is one class: it listens to the trace
/// sources of its net device and sets the power of its loads in the node's account.
class RadioEnergyModel : public Object
{
  public:
    static TypeId GetTypeId();

    /// Books what the device draws from now on, and aggregates itself to it. Called once, when the
    /// medium has all its devices. The device's node must have a NodeEnergy.
    void Install(Ptr<NetDevice> device);

  private:
    virtual void DoInstall(Ptr<NetDevice> device, Ptr<NodeEnergy> energy) = 0;
};

} // namespace ns3::ddnn

#endif // DDNN_RADIO_ENERGY_MODEL_H
