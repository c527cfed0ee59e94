// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_NODE_STATE_H
#define DDNN_NODE_STATE_H

#include <ns3/node.h>
#include <ns3/nstime.h>
#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <cstdint>

namespace ns3::ddnn
{

/// Whether a node is on; aggregated to it. The one place where a node is switched off and on,
/// whatever the reason: an empty battery, a failure.
///
/// A node that is off captures, computes, sends, receives and forwards nothing, and draws no power.
/// Each part of it sees to its own: transport, processor, applications, wired devices (WiredGate),
/// and the energy account.
class NodeState : public Object
{
  public:
    using SwitchedCallback = void (*)();

    static TypeId GetTypeId();

    bool IsOn() const;
    /// Does nothing if the node is switched off already.
    void SwitchOff();
    /// Does nothing if the node is switched on already. While it fails, it stays off.
    void SwitchOn();
    /// The node goes off, or stays off, until it has recovered from all failures and is switched
    /// on.
    void Fail();
    /// From one of its failures.
    void Recover();
    /// Time that the node was on from the beginning.
    /// \param until not before the latest switch-on
    Time GetOnTime(Time until) const;

  private:
    void Set(bool switchedOn, std::uint32_t failures);
    void Tell();

    bool m_switchedOn = true;
    std::uint32_t m_failures = 0; //!< from which it has not recovered
    Time m_switched;              //!< when the node was switched last
    Time m_onTime;                //!< up to then
    bool m_told = true;           //!< whether listeners believe that the node is on
    bool m_telling = false;       //!< listeners are being told at this moment
    TracedCallback<> m_offTrace;
    TracedCallback<> m_onTrace;
};

/// Whether a node is on; one without a state always is.
bool IsOn(const Ptr<const Node>& node);

} // namespace ns3::ddnn

#endif // DDNN_NODE_STATE_H
