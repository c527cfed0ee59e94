// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-lr-wpan-energy-model.h"

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(LrWpanEnergyModel);

TypeId
LrWpanEnergyModel::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::LrWpanEnergyModel").SetParent<RadioEnergyModel>().SetGroupName("Ddnn");
    return tid;
}

LrWpanEnergyModel::LrWpanEnergyModel(const Powers& powers) : m_powers(powers) {}

void
LrWpanEnergyModel::DoInstall(Ptr<NetDevice> /*device*/, Ptr<NodeEnergy> energy)
{
    m_energy = energy;
    m_idle = m_energy->AddLoad(EnergyCause::RadioIdle, m_powers.receive);
    m_receive = m_energy->AddLoad(EnergyCause::RadioReceive, 0);
    m_send = m_energy->AddLoad(EnergyCause::RadioSend, 0);
}

void
LrWpanEnergyModel::SetState(State state)
{
    m_energy->SetPower(GetDraw(m_state).load, 0);
    const Draw draw = GetDraw(state);
    m_energy->SetPower(draw.load, draw.watt);
    m_state = state;
}

LrWpanEnergyModel::Draw
LrWpanEnergyModel::GetDraw(State state) const
{
    switch (state)
    {
    case State::Off:
        return {m_idle, m_powers.off};
    case State::Listening:
        return {m_idle, m_powers.receive};
    case State::Receiving:
        return {m_receive, m_powers.receive};
    default:
        return {m_send, m_powers.send};
    }
}

void
LrWpanEnergyModel::DoDispose()
{
    m_energy = nullptr;
    RadioEnergyModel::DoDispose();
}

} // namespace ns3::ddnn
