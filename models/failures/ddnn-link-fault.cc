// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-link-fault.h"

#include <ns3/packet.h>
#include <ns3/pointer.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(LinkFault);

TypeId
LinkFault::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::LinkFault")
                            .SetParent<ErrorModel>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<LinkFault>();
    return tid;
}

LinkFault::LinkFault() : m_random(CreateObject<UniformRandomVariable>()) {}

void
LinkFault::Install(Ptr<Object> receiver, const std::string& attribute)
{
    PointerValue value;
    receiver->GetAttribute(attribute, value);
    m_own = value.Get<ErrorModel>();
    receiver->SetAttribute(attribute, PointerValue(this));
}

void
LinkFault::SetLoss(double loss)
{
    m_loss = loss;
}

bool
LinkFault::IsDown() const
{
    return m_loss >= 1;
}

std::int64_t
LinkFault::AssignStreams(std::int64_t first)
{
    m_random->SetStream(first);
    return 1;
}

bool
LinkFault::DoCorrupt(Ptr<Packet> frame)
{
    const bool lost = m_own && m_own->IsCorrupt(frame);
    const bool fails = m_loss > 0 && m_random->GetValue() < m_loss;
    return lost || fails;
}

void
LinkFault::DoReset()
{
}

void
LinkFault::DoDispose()
{
    m_own = nullptr;
    m_random = nullptr;
    ErrorModel::DoDispose();
}

} // namespace ns3::ddnn
