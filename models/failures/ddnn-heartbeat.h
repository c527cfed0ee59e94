// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_HEARTBEAT_H
#define DDNN_HEARTBEAT_H

#include <ns3/event-id.h>
#include <ns3/node.h>
#include <ns3/nstime.h>
#include <ns3/object.h>
#include <ns3/packet.h>
#include <ns3/traced-callback.h>

#include <cstdint>
#include <functional>

namespace ns3::ddnn
{

/// How a node finds out that a neighbour, or the link to it, is dead: it sends a datagram every
/// Interval, which the neighbour sends back, as with the echo function of BFD (RFC 5880, 3.2 and
/// 6.4). When it is time for the next and none has come back while the last Misses were sent, the
/// neighbour is lost; it is back as soon as one comes. So a neighbour is lost between Misses and
/// Misses + 1 intervals after it has died, if there and back takes no longer than an interval.
///
/// A node that is off sends nothing, sends nothing back, and believes what it believed.
/// Leaves out: BFD's control packets, its jitter, and authentication.
class Heartbeat : public Object
{
  public:
    using Send = std::function<void(Ptr<Packet> datagram)>;

    /// Of a datagram: as the mandatory part of BFD's packets (RFC 5880, 4.1).
    static constexpr std::uint32_t bytes = 24;

    static TypeId GetTypeId();

    /// \param node that watches
    /// \param send takes a datagram to the neighbour
    void SetNode(Ptr<const Node> node, Send send);
    /// To be called once.
    /// \param first when the first datagram is sent; not in the past
    void Begin(Time first);
    /// Nothing is sent, and nothing is found out, from now on.
    void End();
    /// To be called for each datagram that comes back.
    void Receive();

  protected:
    void DoDispose() override;

  private:
    void Beat();

    Time m_interval;
    std::uint32_t m_misses = 0;
    Ptr<const Node> m_node;
    Send m_send;
    EventId m_next;
    std::uint32_t m_unanswered = 0;
    bool m_lost = false;
    TracedCallback<> m_lostTrace;
    TracedCallback<> m_backTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_HEARTBEAT_H
