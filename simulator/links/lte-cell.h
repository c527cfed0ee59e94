// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LTE_CELL_H
#define SIMULATOR_LTE_CELL_H

#include "simulator/links/lte-core.h"

#include <ns3/lte-enb-net-device.h>
#include <ns3/lte-helper.h>
#include <ns3/lte-ue-net-device.h>

#include <string>
#include <vector>

namespace simulator
{

/// An eNB, its UEs and what is behind it. Must live as long as the simulation: ns-3's helpers do
/// work in it.
///
/// The eNB stands in the middle, the UEs evenly around it. They are attached from time 0 on, one
/// every 5 ms: random accesses at the same moment collide.
class LteCell
{
  public:
    LteCell(const LteSettings& settings, const MediumPlace& place);

    ns3::Ptr<ns3::NetDevice> GetUpper() const;
    /// In the order of the place.
    std::vector<ns3::Ptr<ns3::NetDevice>> GetUes() const;

    void Listen(const ns3::Ptr<ns3::NetDevice>& device, FrameSink& outgoing, FrameSink& incoming);
    void ConnectPower(const ns3::Ptr<ns3::NetDevice>& device,
                      const InterfaceProfile& profile) const;
    /// Lets packets to these addresses go to the only UE.
    void RouteDown(ns3::Ipv4Address network, ns3::Ipv4Mask mask) const;
    /// See Medium.
    SetLinkCondition PrepareFailures() const;

  private:
    void InstallEnb(const LteSettings& settings, const MediumPlace& place);
    void InstallUe(const LteSettings& settings,
                   const MediumPlace::Lower& lower,
                   const ns3::Vector& position);
    void AssignStreams(const MediumPlace& place) const;
    void Attach(std::size_t ue) const;

    std::uint32_t m_buffer;
    LteCore m_core;
    ns3::Ptr<ns3::LteHelper> m_helper;
    ns3::Ptr<ns3::LteEnbNetDevice> m_enb;
    std::vector<ns3::Ptr<ns3::LteUeNetDevice>> m_ues;
};

/// Words for the bandwidths that LTE has, in rising order: 1.4MHz, ...
std::vector<std::string> GetLteBandwidths();

} // namespace simulator

#endif // SIMULATOR_LTE_CELL_H
