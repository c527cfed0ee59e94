// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_WIFI_QUEUE_SCHEDULER_H
#define SIMULATOR_WIFI_QUEUE_SCHEDULER_H

#include <ns3/fcfs-wifi-queue-scheduler.h>
#include <ns3/traced-callback.h>
#include <ns3/wifi-mpdu.h>

namespace simulator
{

/// First come, first served, as ns-3's; but it tells of the frames that find their queue full,
/// which ns-3.37 loses in silence. Trace source `Drop`: a frame that is not taken.
class WifiQueueScheduler : public ns3::FcfsWifiQueueScheduler
{
  public:
    static ns3::TypeId GetTypeId();

  private:
    ns3::Ptr<ns3::WifiMpdu> HasToDropBeforeEnqueuePriv(ns3::AcIndex access,
                                                       ns3::Ptr<ns3::WifiMpdu> mpdu) override;

    ns3::TracedCallback<ns3::Ptr<const ns3::WifiMpdu>> m_drop;
};

} // namespace simulator

#endif // SIMULATOR_WIFI_QUEUE_SCHEDULER_H
