// SPDX-License-Identifier: GPL-2.0-only
#include "models/energy/ddnn-wired-energy-model.h"

#include <ns3/simulator.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(WiredEnergyModel);

TypeId
WiredEnergyModel::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::ddnn::WiredEnergyModel").SetParent<RadioEnergyModel>().SetGroupName("Ddnn");
    return tid;
}

WiredEnergyModel::WiredEnergyModel(const Powers& powers) : m_powers(powers) {}

void
WiredEnergyModel::DoInstall(Ptr<NetDevice> device, Ptr<NodeEnergy> energy)
{
    m_energy = energy;
    m_channel = device->GetChannel();
    m_energy->AddLoad(EnergyCause::RadioIdle, m_powers.idle);
    m_send = m_energy->AddLoad(EnergyCause::RadioSend, 0);
    m_receive = m_energy->AddLoad(EnergyCause::RadioReceive, 0);
    device->TraceConnectWithoutContext("PhyTxBegin",
                                       MakeCallback(&WiredEnergyModel::BeginSend, this));
    device->TraceConnectWithoutContext("PhyTxEnd", MakeCallback(&WiredEnergyModel::EndSend, this));
    if (m_powers.receive > 0) // otherwise two events per frame for nothing
    {
        ListenToOthers(device);
    }
}

void
WiredEnergyModel::ListenToOthers(const Ptr<NetDevice>& device)
{
    for (std::size_t i = 0; i < m_channel->GetNDevices(); ++i)
    {
        const Ptr<NetDevice> other = m_channel->GetDevice(i);
        if (other != device)
        {
            other->TraceConnectWithoutContext("PhyTxBegin",
                                              MakeCallback(&WiredEnergyModel::AnotherBegins, this));
            other->TraceConnectWithoutContext("PhyTxEnd",
                                              MakeCallback(&WiredEnergyModel::AnotherEnds, this));
        }
    }
}

Time
WiredEnergyModel::GetDelay() const
{
    TimeValue delay;
    m_channel->GetAttribute("Delay", delay);
    return delay.Get();
}

void
WiredEnergyModel::BeginSend(Ptr<const Packet> /*frame*/)
{
    m_energy->SetPower(m_send, m_powers.send);
}

void
WiredEnergyModel::EndSend(Ptr<const Packet> /*frame*/)
{
    m_energy->SetPower(m_send, 0);
}

void
WiredEnergyModel::AnotherBegins(Ptr<const Packet> /*frame*/)
{
    Simulator::Schedule(GetDelay(), &WiredEnergyModel::BeginReceive, Ptr<WiredEnergyModel>(this));
}

void
WiredEnergyModel::AnotherEnds(Ptr<const Packet> /*frame*/)
{
    Simulator::Schedule(GetDelay(), &WiredEnergyModel::EndReceive, Ptr<WiredEnergyModel>(this));
}

void
WiredEnergyModel::BeginReceive()
{
    ++m_arriving;
    m_energy->SetPower(m_receive, m_arriving > 0 ? m_powers.receive : 0);
}

void
WiredEnergyModel::EndReceive()
{
    --m_arriving;
    m_energy->SetPower(m_receive, m_arriving > 0 ? m_powers.receive : 0);
}

void
WiredEnergyModel::DoDispose()
{
    m_channel = nullptr;
    m_energy = nullptr;
    RadioEnergyModel::DoDispose();
}

} // namespace ns3::ddnn
