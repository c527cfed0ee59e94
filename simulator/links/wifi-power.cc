// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-power.h"

#include "models/energy/ddnn-radio-energy-model.h"

#include <ns3/simulator.h>
#include <ns3/wifi-net-device.h>
#include <ns3/wifi-phy-listener.h>
#include <ns3/wifi-phy.h>

#include <map>

namespace simulator
{

namespace
{

using ns3::ddnn::EnergyCause;

class WifiEnergyModel : public ns3::ddnn::RadioEnergyModel, private ns3::WifiPhyListener
{
  public:
    explicit WifiEnergyModel(const InterfaceProfile& profile)
        : m_watt{{EnergyCause::RadioIdle, profile.idlePowerWatt},
                 {EnergyCause::RadioSend, profile.sendPowerWatt},
                 {EnergyCause::RadioReceive, profile.receivePowerWatt}}
    {
    }

  private:
    void DoInstall(ns3::Ptr<ns3::NetDevice> device, ns3::Ptr<ns3::ddnn::NodeEnergy> energy) override
    {
        m_energy = energy;
        for (const auto& [cause, watt] : m_watt)
        {
            m_loads[cause] = energy->AddLoad(cause, cause == m_state ? watt : 0);
        }
        ns3::DynamicCast<ns3::WifiNetDevice>(device)->GetPhy()->RegisterListener(this);
    }

    void DoDispose() override
    {
        m_energy = nullptr;
        RadioEnergyModel::DoDispose();
    }

    void Enter(EnergyCause state)
    {
        m_energy->SetPower(m_loads.at(m_state), 0);
        m_energy->SetPower(m_loads.at(state), m_watt.at(state));
        m_state = state;
    }

    void NotifyRxStart(ns3::Time /*duration*/) override
    {
        Enter(EnergyCause::RadioReceive);
    }

    void NotifyRxEndOk() override
    {
        Enter(EnergyCause::RadioIdle);
    }

    void NotifyRxEndError() override
    {
        Enter(EnergyCause::RadioIdle);
    }

    void NotifyTxStart(ns3::Time duration, double /*dBm*/) override
    {
        Enter(EnergyCause::RadioSend);
        ns3::Simulator::Schedule(duration, &WifiEnergyModel::Enter, this, EnergyCause::RadioIdle);
    }

    void NotifyCcaBusyStart(ns3::Time /*duration*/,
                            ns3::WifiChannelListType /*channel*/,
                            const std::vector<ns3::Time>& /*durations*/) override
    {
    }

    void NotifySwitchingStart(ns3::Time /*duration*/) override {}

    void NotifySleep() override {}

    void NotifyOff() override {}

    void NotifyWakeup() override {}

    void NotifyOn() override {}

    std::map<EnergyCause, double> m_watt;
    std::map<EnergyCause, ns3::ddnn::NodeEnergy::Load> m_loads;
    ns3::Ptr<ns3::ddnn::NodeEnergy> m_energy;
    EnergyCause m_state = EnergyCause::RadioIdle;
};

} // namespace

void
ConnectWifiPower(const ns3::Ptr<ns3::NetDevice>& device, const InterfaceProfile& profile)
{
    ns3::CreateObject<WifiEnergyModel>(profile)->Install(device);
}

} // namespace simulator
