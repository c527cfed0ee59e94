// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_LTE_ENERGY_MODEL_H
#define DDNN_LTE_ENERGY_MODEL_H

#include "models/energy/ddnn-radio-energy-model.h"

#include <cstdint>

namespace ns3::ddnn
{

/// The LTE radio of a user equipment, after J. Huang et al., "A Close Examination of Performance
/// and Power Characteristics of 4G LTE Networks", MobiSys 2012.
///
/// With the first frame it is connected, and stays so until the tail behind the last frame is over.
/// While it is connected at throughputs u up and d down, it draws SendJoulesPerBit x u +
/// ReceiveJoulesPerBit x d + connected power (1 mW per Mbit/s = 1 nJ per bit); a frame of N bytes
/// so costs 8 N x the energy per bit, booked when it is sent or arrives, and the time of the
/// connection costs the connected power. Otherwise it draws the idle power. The energy of the
/// connection, its tail, and of idling are one cause, RadioIdle.
///
/// Leaves out: promotion to the connected state, discontinuous reception while connected (the tail
/// draws the connected power), base stations. A battery may be overdrawn by one frame.
class LteEnergyModel : public RadioEnergyModel
{
  public:
    struct Figures
    {
        double idleWatt = 0;
        double connectedWatt = 0; //!< not below idle
        Time tail;                //!< above 0
        double sendJoulesPerBit = 0;
        double receiveJoulesPerBit = 0;
    };

    static TypeId GetTypeId();

    /// It is idle at first.
    explicit LteEnergyModel(const Figures& figures);

    void Send(std::uint32_t bytes);
    void Receive(std::uint32_t bytes);

  protected:
    void DoDispose() override;

  private:
    void DoInstall(Ptr<NetDevice> device, Ptr<NodeEnergy> energy) override;
    void Carry(NodeEnergy::Load direction, double joules);

    Figures m_figures;
    Ptr<NodeEnergy> m_energy;
    NodeEnergy::Load m_idle = 0;
    NodeEnergy::Load m_send = 0;
    NodeEnergy::Load m_receive = 0;
};

} // namespace ns3::ddnn

#endif // DDNN_LTE_ENERGY_MODEL_H
