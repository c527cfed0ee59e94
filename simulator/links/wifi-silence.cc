// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-silence.h"

#include "models/failures/ddnn-node-state.h"

namespace simulator
{

ns3::TypeId
WifiSilence::GetTypeId()
{
    static const ns3::TypeId tid =
        ns3::TypeId("simulator::WifiSilence").SetParent<ns3::PropagationLossModel>();
    return tid;
}

void
WifiSilence::Add(const ns3::Ptr<const ns3::MobilityModel>& place,
                 const ns3::Ptr<const ns3::Node>& node)
{
    m_nodes[place] = node;
}

double
WifiSilence::DoCalcRxPower(double txPowerDbm,
                           ns3::Ptr<ns3::MobilityModel> from,
                           ns3::Ptr<ns3::MobilityModel> /*to*/) const
{
    constexpr double nothing = -1000; // dBm
    return ns3::ddnn::IsOn(m_nodes.at(from)) ? txPowerDbm : nothing;
}

std::int64_t
WifiSilence::DoAssignStreams(std::int64_t /*stream*/)
{
    return 0; // draws no random numbers
}

} // namespace simulator
