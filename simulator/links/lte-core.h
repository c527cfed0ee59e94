// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_LTE_CORE_H
#define SIMULATOR_LTE_CORE_H

#include "simulator/links/lte-link.h"
#include "simulator/links/medium.h"

#include <ns3/ipv4-address.h>
#include <ns3/point-to-point-epc-helper.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace simulator
{

/// What is behind an eNB: an EPC of its own, and the link from its PGW to the upper node.
///
/// The UEs and the upper node have addresses of one network, that of the medium: to both, the
/// other is a neighbour. The PGW passes packets on between them.
class LteCore
{
  public:
    LteCore(const LteSettings& settings, const MediumPlace& place);

    ns3::Ptr<ns3::PointToPointEpcHelper> GetHelper() const;
    /// The upper node's end of the link.
    ns3::Ptr<ns3::NetDevice> GetUpper() const;

    /// Teaches the PGW its routes, when all nodes have their addresses.
    void Route() const;
    /// Lets packets to these addresses go to a UE.
    void RouteDown(std::uint64_t imsi, ns3::Ipv4Address network, ns3::Ipv4Mask mask) const;
    /// Lets the upper node's end of the link draw power: it is Gigabit Ethernet.
    void ConnectPower() const;
    /// See Medium: of the link.
    SetLinkCondition PrepareFailures() const;
    /// Reports what the link loses.
    void ReportLost(FrameSink& up, FrameSink& down);

  private:
    ns3::Ptr<ns3::PointToPointEpcHelper> m_helper;
    Medium m_link;
    std::vector<std::unique_ptr<FrameSink>> m_sinks;
};

} // namespace simulator

#endif // SIMULATOR_LTE_CORE_H
