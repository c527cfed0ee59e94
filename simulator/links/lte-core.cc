// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/lte-core.h"

#include "simulator/links/p2p-link.h"
#include "simulator/scenario/interface-profiles.h"

#include <ns3/epc-pgw-application.h>
#include <ns3/ipv4-address-generator.h>
#include <ns3/ipv4-static-routing-helper.h>
#include <ns3/ipv4.h>
#include <ns3/ipv6-address-generator.h>

namespace simulator
{

namespace
{

/// Passes on what is lost, not what is sent: only frames of the radio count.
class LossSink : public FrameSink
{
  public:
    explicit LossSink(FrameSink& sink) : m_sink(sink) {}

    void Send(const Frame& /*frame*/) override {}

    void Drop() override
    {
        m_sink.Drop();
    }

  private:
    FrameSink& m_sink;
};

ns3::Ptr<ns3::PointToPointEpcHelper>
MakeHelper()
{
    // Every EPC numbers its inside in the same way, and ns-3 aborts if a number is given out twice.
    // Nothing of the inside of one meets another, or our own addresses.
    ns3::Ipv4AddressGenerator::Reset();
    ns3::Ipv6AddressGenerator::Reset();
    return ns3::CreateObject<ns3::PointToPointEpcHelper>();
}

Medium
MakeLink(const LteSettings& settings, const MediumPlace& place, const ns3::Ptr<ns3::Node>& pgw)
{
    P2pSettings link;
    link.rate = settings.coreRate;
    link.delay = settings.coreDelay;
    link.loss = settings.loss;
    const MediumPlace::Lower& first = place.lower.at(0);
    return p2pLink.install(link, {place.upper, {{pgw, first.lossStream, first.mediumStream}}});
}

/// The PGW's end of the link needs an address, which nobody uses: a link-local one.
std::uint32_t
AddInterface(const ns3::Ptr<ns3::NetDevice>& device)
{
    auto ipv4 = device->GetNode()->GetObject<ns3::Ipv4>();
    const std::uint32_t interface = ipv4->AddInterface(device);
    ipv4->AddAddress(interface, {ns3::Ipv4Address("169.254.0.1"), ns3::Ipv4Mask("/32")});
    ipv4->SetUp(interface);
    return interface;
}

ns3::Ptr<ns3::Ipv4StaticRouting>
GetRoutes(const ns3::Ptr<ns3::Node>& node)
{
    return ns3::Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<ns3::Ipv4>());
}

ns3::Ipv4InterfaceAddress
GetAddress(const ns3::Ptr<ns3::NetDevice>& device)
{
    auto ipv4 = device->GetNode()->GetObject<ns3::Ipv4>();
    return ipv4->GetAddress(ipv4->GetInterfaceForDevice(device), 0);
}

} // namespace

LteCore::LteCore(const LteSettings& settings, const MediumPlace& place)
    : m_helper(MakeHelper()), m_link(MakeLink(settings, place, m_helper->GetPgwNode()))
{
}

ns3::Ptr<ns3::PointToPointEpcHelper>
LteCore::GetHelper() const
{
    return m_helper;
}

ns3::Ptr<ns3::NetDevice>
LteCore::GetUpper() const
{
    return m_link.upper;
}

void
LteCore::Route() const
{
    const ns3::Ptr<ns3::NetDevice> device = m_link.lower.at(0);
    const std::uint32_t interface = AddInterface(device);
    const auto routes = GetRoutes(device->GetNode());
    const ns3::Ipv4InterfaceAddress upper = GetAddress(m_link.upper);
    routes->AddHostRouteTo(upper.GetLocal(), interface);
    routes->SetDefaultRoute(upper.GetLocal(), interface);
    const std::uint32_t tunnels = device->GetNode()->GetObject<ns3::Ipv4>()->GetInterfaceForAddress(
        m_helper->GetUeDefaultGatewayAddress());
    routes->AddNetworkRouteTo(
        upper.GetLocal().CombineMask(upper.GetMask()), upper.GetMask(), tunnels);
}

void
LteCore::RouteDown(std::uint64_t imsi, ns3::Ipv4Address network, ns3::Ipv4Mask mask) const
{
    const ns3::Ptr<ns3::Node> pgw = m_helper->GetPgwNode();
    const std::uint32_t tunnels =
        pgw->GetObject<ns3::Ipv4>()->GetInterfaceForAddress(m_helper->GetUeDefaultGatewayAddress());
    GetRoutes(pgw)->AddNetworkRouteTo(network, mask, tunnels);
    // ns-3's PGW knows UEs by single addresses.
    const auto application = pgw->GetApplication(0)->GetObject<ns3::EpcPgwApplication>();
    for (std::uint32_t host = 0; host <= mask.GetInverse(); ++host)
    {
        application->SetUeAddress(imsi, ns3::Ipv4Address(network.Get() + host));
    }
}

void
LteCore::ConnectPower() const
{
    m_link.connectPower(m_link.upper, *FindInterfaceProfile("ethernet-1000"));
}

SetLinkCondition
LteCore::PrepareFailures() const
{
    return m_link.prepareFailures();
}

void
LteCore::ReportLost(FrameSink& up, FrameSink& down)
{
    FrameSink& upLosses = *m_sinks.emplace_back(std::make_unique<LossSink>(up));
    FrameSink& downLosses = *m_sinks.emplace_back(std::make_unique<LossSink>(down));
    m_link.listen(m_link.upper, downLosses, upLosses);
    m_link.listen(m_link.lower.at(0), upLosses, downLosses);
}

} // namespace simulator
