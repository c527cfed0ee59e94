// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_BACKGROUND_FLOW_H
#define DDNN_BACKGROUND_FLOW_H

#include <ns3/event-id.h>
#include <ns3/nstime.h>
#include <ns3/object.h>
#include <ns3/packet.h>
#include <ns3/random-variable-stream.h>

#include <cstdint>
#include <functional>

namespace ns3::ddnn
{

/// Traffic of others: packets of one size from one node to another, which nobody waits for and
/// nobody sends again.
///
/// Without an On time, a packet leaves at Start and every Interval from then on, before Stop. With
/// one, phases in which packets leave and silent ones take turns, of exponentially distributed
/// length (means: On, Off), the first begins at Start. The interval counts time in phases of
/// sending only, across silent ones: the mean rate is On / (On + Off) of that of a phase, whatever
/// the lengths, and a packet follows its predecessor without a silent phase in between with the
/// probability exp(-Interval / On).
/// Leaves out: congestion control. For that, ns-3 has other applications.
class BackgroundFlow : public Object
{
  public:
    using Send = std::function<void(Ptr<Packet> packet)>;

    static TypeId GetTypeId();

    BackgroundFlow();

    /// \param send takes a packet of PayloadBytes to the other node
    void SetSend(Send send);
    /// To be called once.
    /// \param origin from which Start and Stop count; not in the past
    void Begin(Time origin);
    /// No packet is sent from now on.
    void End();
    /// To be called for each packet that arrives.
    void Receive(const Ptr<const Packet>& packet);

    std::uint64_t GetSent() const;
    std::uint64_t GetReceived() const;

    /// \return number of streams used
    std::int64_t AssignStreams(std::int64_t stream);

  protected:
    void DoDispose() override;

  private:
    void SendOne();
    void ScheduleNext(Time from, Time sendingTime);
    Time Draw(Time mean) const;

    Send m_send;
    std::uint32_t m_payloadBytes = 0;
    Time m_interval;
    Time m_start;
    Time m_stop;
    Time m_on;
    Time m_off;
    Time m_phaseEnd; //!< of the phase of sending
    Ptr<ExponentialRandomVariable> m_random;
    EventId m_next;
    std::uint64_t m_sent = 0;
    std::uint64_t m_received = 0;
};

} // namespace ns3::ddnn

#endif // DDNN_BACKGROUND_FLOW_H
