// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_NODE_ENERGY_H
#define DDNN_NODE_ENERGY_H

#include "models/failures/ddnn-node-state.h"

#include <cstddef>
#include <vector>

namespace ns3::ddnn
{

/// What energy is spent on.
enum class EnergyCause
{
    ComputeBusy,
    ComputeIdle,
    RadioIdle, //!< network interfaces, wired ones too, while they are on
    RadioSend, //!< on top of idle for wired interfaces
    RadioReceive
};

/// The energy account of one node; aggregated to it.
///
/// A node has loads (the busy processor, the sender of an interface, ...), each with a power that
/// is constant until it is set again or falls. Energy of a load = sum over these pieces of power x
/// time, computed when the power changes: no polling, no error of integration. While the node is
/// off (NodeState), no load draws anything.
class NodeEnergy : public Object
{
  public:
    using Load = std::size_t;
    using ChangedCallback = void (*)();

    static TypeId GetTypeId();

    /// A load that draws so much from now on.
    Load AddLoad(EnergyCause cause, double watt);
    /// Counts as activity of the node, even if the power is the same.
    void SetPower(Load load, double watt);
    /// For a load that calms down by itself. Its fall, later, is no activity. Does nothing while
    /// the node is off. \param fallsTo not above `watt`
    void SetFallingPower(Load load, double watt, Time fallsAt, double fallsTo);
    /// Spends energy at once, if the node is on.
    void Spend(Load load, double joules);

    /// Power of all loads now, in watt.
    double GetPowerWatt() const;
    /// Joules from the beginning.
    /// \param until not before the last activity; may be in the future, if nothing changes until
    /// then
    double GetJoules(EnergyCause cause, Time until) const;
    /// Of all causes.
    double GetJoules(Time until) const;
    /// When a power was set last while the node was on, or when it went off while it was not idle.
    Time GetLastActivity() const;

  protected:
    void NotifyNewAggregate() override;
    void DoDispose() override;

  private:
    struct LoadState
    {
        EnergyCause cause = EnergyCause::ComputeIdle;
        double watt = 0;     //!< until it falls
        double nextWatt = 0; //!< what it will draw when the node is on again
        Time fallsAt = Time::Max();
        double fallsTo = 0;
        double joules = 0; //!< until `since`
        Time since;
    };

    double GetJoules(const LoadState& load, Time until) const;
    void Settle(LoadState& load, Time now) const;
    void NoteActivity(Time now);
    void SwitchOff();
    void SwitchOn();
    bool IsIdle() const;

    std::vector<LoadState> m_loads;
    Ptr<NodeState> m_state;
    bool m_on = true;
    Time m_offAt; //!< while the node is off: since when
    Time m_lastActivity;
    TracedCallback<> m_changedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_NODE_ENERGY_H
