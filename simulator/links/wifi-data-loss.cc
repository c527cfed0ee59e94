// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-data-loss.h"

#include "models/failures/ddnn-node-state.h"

#include <ns3/packet.h>
#include <ns3/wifi-mac-header.h>

namespace simulator
{

ns3::TypeId
WifiDataLoss::GetTypeId()
{
    static const ns3::TypeId tid =
        ns3::TypeId("simulator::WifiDataLoss").SetParent<ns3::ErrorModel>();
    return tid;
}

WifiDataLoss::WifiDataLoss(const ns3::Ptr<const ns3::Node>& node,
                           const ns3::Ptr<ns3::ErrorModel>& model)
    : m_node(node), m_model(model)
{
}

void
WifiDataLoss::SetFault(const ns3::Ptr<ns3::ddnn::LinkFault>& fault)
{
    m_fault = fault;
}

bool
WifiDataLoss::DoCorrupt(ns3::Ptr<ns3::Packet> frame)
{
    if (!ns3::ddnn::IsOn(m_node))
    {
        return true;
    }
    if (!m_model && !m_fault)
    {
        return false;
    }
    ns3::WifiMacHeader header;
    frame->PeekHeader(header);
    // Both draw, whatever the other says.
    const bool lost = m_model && header.IsData() && m_model->IsCorrupt(frame);
    const bool fails = m_fault && header.IsData() && m_fault->IsCorrupt(frame);
    return lost || fails || (m_fault && m_fault->IsDown());
}

void
WifiDataLoss::DoReset()
{
    if (m_model)
    {
        m_model->Reset();
    }
}

} // namespace simulator
