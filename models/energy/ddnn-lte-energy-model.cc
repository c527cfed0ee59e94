// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-lte-energy-model.h"

#include <ns3/simulator.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(LteEnergyModel);

TypeId
LteEnergyModel::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::LteEnergyModel").SetParent<RadioEnergyModel>().SetGroupName("Ddnn");
    return tid;
}

LteEnergyModel::LteEnergyModel(const Figures& figures) : m_figures(figures) {}

void
LteEnergyModel::DoInstall(Ptr<NetDevice> /*device*/, Ptr<NodeEnergy> energy)
{
    m_energy = energy;
    m_idle = m_energy->AddLoad(EnergyCause::RadioIdle, m_figures.idleWatt);
    m_send = m_energy->AddLoad(EnergyCause::RadioSend, 0);
    m_receive = m_energy->AddLoad(EnergyCause::RadioReceive, 0);
}

void
LteEnergyModel::Send(std::uint32_t bytes)
{
    Carry(m_send, 8.0 * bytes * m_figures.sendJoulesPerBit);
}

void
LteEnergyModel::Receive(std::uint32_t bytes)
{
    Carry(m_receive, 8.0 * bytes * m_figures.receiveJoulesPerBit);
}

void
LteEnergyModel::Carry(NodeEnergy::Load direction, double joules)
{
    m_energy->SetFallingPower(
        m_idle, m_figures.connectedWatt, Simulator::Now() + m_figures.tail, m_figures.idleWatt);
    m_energy->Spend(direction, joules);
}

void
LteEnergyModel::DoDispose()
{
    m_energy = nullptr;
    RadioEnergyModel::DoDispose();
}

} // namespace ns3::ddnn
