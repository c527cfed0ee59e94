// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/extra-path-loss.h"

namespace simulator
{

ns3::TypeId
ExtraPathLoss::GetTypeId()
{
    static const ns3::TypeId tid =
        ns3::TypeId("simulator::ExtraPathLoss").SetParent<ns3::PropagationLossModel>();
    return tid;
}

void
ExtraPathLoss::SetLoss(double decibels)
{
    m_decibels = decibels;
}

double
ExtraPathLoss::DoCalcRxPower(double txPowerDbm,
                             ns3::Ptr<ns3::MobilityModel> /*from*/,
                             ns3::Ptr<ns3::MobilityModel> /*to*/) const
{
    return txPowerDbm - m_decibels;
}

std::int64_t
ExtraPathLoss::DoAssignStreams(std::int64_t /*stream*/)
{
    return 0; // draws no random numbers
}

} // namespace simulator
