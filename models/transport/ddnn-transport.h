// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_TRANSPORT_H
#define DDNN_TRANSPORT_H

#include "models/ddnn-message.h"
#include "models/failures/ddnn-node-state.h"

#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <functional>
#include <map>

namespace ns3::ddnn
{

/// One application on one node.
struct Endpoint
{
    std::uint32_t node = 0; //!< Node::GetId()
    std::uint16_t port = 0;
};

/// Ports by role: of each role, one application runs on a node, and those that stand by for it on
/// others have ports of their own.
constexpr std::uint16_t sectionPort = 4001;
constexpr std::uint16_t exitPort = 4002;
constexpr std::uint16_t gatewayPort = 4003;

/// Carries messages between applications; one aggregated to every node. A new transport overrides
/// DoListen and DoSend. Messages to the own node
/// are handed over at once and cross no link.
///
/// While its node is off (NodeState), a transport neither sends nor delivers.
///
/// A message either arrives whole or not at all. Its account grows by the time from send to the
/// last byte received.
class Transport : public Object
{
  public:
    using Receiver = std::function<void(const Message&)>;
    using MessageCallback = void (*)(const Message& message, bool crossesNetwork);

    static TypeId GetTypeId();

    /// Messages to this port of this node go to `receiver` from now on.
    void Listen(std::uint16_t port, Receiver receiver);
    void Send(const Endpoint& to, const Message& message);
    /// Whether the first message to a node takes longer than later ones: connections are made.
    virtual bool NeedsWarmUp() const;

  protected:
    void DoDispose() override;
    void NotifyNewAggregate() override;
    /// Hands a message that arrived to its receiver, if there is one. A hello ends here.
    void Deliver(std::uint16_t port, const Message& message);

  private:
    virtual void DoListen(std::uint16_t port) = 0;
    virtual void DoSend(const Endpoint& to, const Message& message) = 0;

    bool IsOn() const;

    std::uint32_t m_node = 0; //!< number of the node it is aggregated to
    std::map<std::uint16_t, Receiver> m_receivers;
    Ptr<NodeState> m_state; //!< of the node; null: it is always on
    TracedCallback<const Message&, bool> m_txTrace;
    TracedCallback<const Message&> m_rxTrace;
    TracedCallback<const Message&> m_helloTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_TRANSPORT_H
