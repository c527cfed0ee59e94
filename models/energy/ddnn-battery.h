// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_BATTERY_H
#define DDNN_BATTERY_H

#include "models/energy/ddnn-node-energy.h"

#include <ns3/event-id.h>
#include <ns3/traced-callback.h>

namespace ns3::ddnn
{

/// The battery of a node, full at the beginning; aggregated to the node behind its NodeState and
/// NodeEnergy. When it is empty, the node goes off and stays so, to the nanosecond: between changes
/// the power is constant, so the end is known.
///
/// Leaves out: self-discharge, voltage, ageing, loss of capacity at high currents, harvesting.
///
/// ns-3's BasicEnergySource looks at its charge once a second; the end would be late.
class Battery : public Object
{
  public:
    using EmptyCallback = void (*)();

    static TypeId GetTypeId();

    /// \param capacityJoules above 0
    void Install(double capacityJoules, Ptr<NodeEnergy> energy, Ptr<NodeState> state);
    double GetCapacityJoules() const;

  protected:
    void DoDispose() override;

  private:
    void Update();
    void ScheduleEnd(double remainingJoules, double powerWatt);

    double m_capacityJoules = 0;
    Ptr<NodeEnergy> m_energy;
    Ptr<NodeState> m_state;
    EventId m_end; //!< at or before the time at which the battery will be empty
    Time m_endAt;
    TracedCallback<> m_emptyTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_BATTERY_H
