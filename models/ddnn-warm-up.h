// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_WARM_UP_H
#define DDNN_WARM_UP_H

#include "models/transport/ddnn-transport.h"

#include <ns3/event-id.h>
#include <ns3/nstime.h>
#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <tuple>
#include <vector>

namespace ns3::ddnn
{

/// Makes the network ready before the first capture: hello messages travel every path that messages
/// will take, so that stations associate, addresses are resolved and connections are made.
///
/// Every path's hello is sent once per Interval until one arrives; the simulation notices the
/// arrival itself, no acknowledgement travels back. Within an interval the hellos are spread
/// evenly: sent all at once, broadcasts of a radio would collide. When every path has delivered, or
/// after Limit, the first capture is set: the first whole second from then on, but not before
/// Earliest. A whole second, so that the captures of one scenario do not move with the last
/// nanosecond of its warm-up, which differs by seed, medium and transport.
class WarmUp : public Object
{
  public:
    /// From one node to an application of another.
    struct Path
    {
        std::uint32_t from = 0; //!< Node::GetId()
        Endpoint to;
    };

    using ReadyCallback = void (*)(Time firstCapture);

    static TypeId GetTypeId();

    /// Paths to warm; those that are there already, and those within a node, are passed over.
    void Add(const std::vector<Path>& paths);
    /// Begins to send. Without paths, the network is ready at once.
    void Start();
    /// Paths that have not delivered.
    std::vector<Path> GetSilent() const;

  protected:
    void DoDispose() override;

  private:
    void Greet(std::size_t index);
    void Hear(const Message& message);
    void Finish();

    std::vector<Path> m_paths;
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint16_t>> m_known; //!< from, to, port
    std::vector<bool> m_delivered;                                             //!< by path
    std::size_t m_silent = 0;
    bool m_finished = false;
    EventId m_giveUp;
    Time m_earliest;
    Time m_interval;
    Time m_limit;
    TracedCallback<Time> m_readyTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_WARM_UP_H
