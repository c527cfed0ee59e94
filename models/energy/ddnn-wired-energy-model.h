// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_WIRED_ENERGY_MODEL_H
#define DDNN_WIRED_ENERGY_MODEL_H

#include "models/energy/ddnn-radio-energy-model.h"

#include <ns3/channel.h>
#include <ns3/packet.h>

namespace ns3::ddnn
{

/// A wired interface (point-to-point, CSMA): IdlePower as long as its node is on, SendPower more
/// while it puts a frame on the wire, ReceivePower more while a frame of another device passes by.
/// A frame of N bytes costs its sender SendPower x 8 N / rate, and its receiver ReceivePower x
/// 8 N / rate.
///
/// Leaves out: energy-efficient Ethernet, cables, and whatever stands along them.
class WiredEnergyModel : public RadioEnergyModel
{
  public:
    /// In watt.
    struct Powers
    {
        double idle = 0;
        double send = 0;    //!< on top of idle
        double receive = 0; //!< on top of idle
    };

    static TypeId GetTypeId();

    explicit WiredEnergyModel(const Powers& powers);

  protected:
    void DoDispose() override;

  private:
    void DoInstall(Ptr<NetDevice> device, Ptr<NodeEnergy> energy) override;
    /// ns-3's wired devices do not tell when a frame begins to arrive: it does one propagation
    /// delay after its sender begins.
    void ListenToOthers(const Ptr<NetDevice>& device);
    Time GetDelay() const;
    void BeginSend(Ptr<const Packet> frame);
    void EndSend(Ptr<const Packet> frame);
    void AnotherBegins(Ptr<const Packet> frame);
    void AnotherEnds(Ptr<const Packet> frame);
    void BeginReceive();
    void EndReceive();

    Powers m_powers;
    Ptr<Channel> m_channel;
    Ptr<NodeEnergy> m_energy;
    NodeEnergy::Load m_send = 0;
    NodeEnergy::Load m_receive = 0;
    int m_arriving = 0; //!< frames; below 0 for a moment if the delay of the channel shrinks
};

} // namespace ns3::ddnn

#endif // DDNN_WIRED_ENERGY_MODEL_H
