// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/wifi-queue-scheduler.h"

#include <ns3/trace-source-accessor.h>
#include <ns3/wifi-mac-queue.h>

namespace simulator
{

ns3::TypeId
WifiQueueScheduler::GetTypeId()
{
    static const ns3::TypeId tid =
        ns3::TypeId("simulator::WifiQueueScheduler")
            .SetParent<ns3::FcfsWifiQueueScheduler>()
            .AddConstructor<WifiQueueScheduler>()
            .AddTraceSource("Drop",
                            "A frame that finds its queue full.",
                            ns3::MakeTraceSourceAccessor(&WifiQueueScheduler::m_drop),
                            "ns3::WifiMpdu::TracedCallback");
    return tid;
}

ns3::Ptr<ns3::WifiMpdu>
WifiQueueScheduler::HasToDropBeforeEnqueuePriv(ns3::AcIndex access, ns3::Ptr<ns3::WifiMpdu> mpdu)
{
    const auto queue = GetWifiMacQueue(access);
    if (queue->QueueBase::GetNPackets() < queue->GetMaxSize().GetValue())
    {
        return nullptr;
    }
    m_drop(mpdu);
    return mpdu;
}

} // namespace simulator
