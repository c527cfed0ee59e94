// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_LR_WPAN_ENERGY_MODEL_H
#define DDNN_LR_WPAN_ENERGY_MODEL_H

#include "models/energy/ddnn-radio-energy-model.h"

namespace ns3::ddnn
{

/// An IEEE 802.15.4 radio: it is in one state at a time, each with a power of its own. Energy = sum
/// over the states of power x time. A receiver that listens draws as much as one that receives.
///
/// Leaves out: the energy of switching between states, and that of lower transmit powers.
class LrWpanEnergyModel : public RadioEnergyModel
{
  public:
    enum class State
    {
        Off,       //!< the transceiver; the chip is not
        Listening, //!< booked as idle
        Receiving,
        Sending
    };

    /// In watt.
    struct Powers
    {
        double off = 0;
        double receive = 0; //!< listening, too
        double send = 0;
    };

    static TypeId GetTypeId();

    /// It listens at first.
    explicit LrWpanEnergyModel(const Powers& powers);

    void SetState(State state);

  protected:
    void DoDispose() override;

  private:
    struct Draw
    {
        NodeEnergy::Load load = 0;
        double watt = 0;
    };

    void DoInstall(Ptr<NetDevice> device, Ptr<NodeEnergy> energy) override;
    Draw GetDraw(State state) const;

    Powers m_powers;
    Ptr<NodeEnergy> m_energy;
    NodeEnergy::Load m_idle = 0;
    NodeEnergy::Load m_receive = 0;
    NodeEnergy::Load m_send = 0;
    State m_state = State::Listening;
};

} // namespace ns3::ddnn

#endif // DDNN_LR_WPAN_ENERGY_MODEL_H
