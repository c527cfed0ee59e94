// SPDX-License-Identifier: GPL-2.0-only
#include "models/failures/ddnn-wired-gate.h"

#include <ns3/pointer.h>
#include <ns3/queue.h>

namespace ns3::ddnn
{

NS_OBJECT_ENSURE_REGISTERED(WiredGate);

TypeId
WiredGate::GetTypeId()
{
    static TypeId tid = TypeId("ns3::ddnn::WiredGate")
                            .SetParent<ErrorModel>()
                            .SetGroupName("Ddnn")
                            .AddConstructor<WiredGate>();
    return tid;
}

void
WiredGate::Install(Ptr<NetDevice> device, Ptr<NodeState> state)
{
    m_device = device;
    // The state keeps the gate alive.
    state->TraceConnectWithoutContext("SwitchedOff",
                                      MakeCallback(&WiredGate::Close, Ptr<WiredGate>(this)));
    state->TraceConnectWithoutContext("SwitchedOn",
                                      MakeCallback(&WiredGate::Open, Ptr<WiredGate>(this)));
}

void
WiredGate::Close()
{
    PointerValue value;
    m_device->GetAttribute("ReceiveErrorModel", value);
    const Ptr<ErrorModel> model = value.Get<ErrorModel>();
    if (model != this)
    {
        m_loss = model;
        m_device->SetAttribute("ReceiveErrorModel", PointerValue(this));
    }
    m_closed = true;
    const Ptr<Queue<Packet>> queue = GetQueue();
    queue->Flush();
    m_room = queue->GetMaxSize();
    queue->SetMaxSize(QueueSize(QueueSizeUnit::BYTES, 1)); // no frame fits; ns-3 takes no 0
}

Ptr<Queue<Packet>>
WiredGate::GetQueue() const
{
    PointerValue value;
    m_device->GetAttribute("TxQueue", value);
    return value.Get<Queue<Packet>>();
}

void
WiredGate::Open()
{
    m_closed = false;
    GetQueue()->SetMaxSize(m_room);
}

bool
WiredGate::DoCorrupt(Ptr<Packet> frame)
{
    return m_closed || (m_loss && m_loss->IsCorrupt(frame));
}

void
WiredGate::DoReset()
{
}

void
WiredGate::DoDispose()
{
    m_device = nullptr;
    m_loss = nullptr;
    ErrorModel::DoDispose();
}

} // namespace ns3::ddnn
