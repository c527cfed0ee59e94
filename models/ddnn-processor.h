// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_PROCESSOR_H
#define DDNN_PROCESSOR_H

#include "models/ddnn-partition.h"
#include "models/energy/ddnn-node-energy.h"

#include <ns3/nstime.h>
#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <functional>
#include <queue>

namespace ns3::ddnn
{

/// The computer of one node: a single server with an unbounded first-come first-served queue.
///
/// Service time = FixedCost + binary operations / BinaryRate + other operations / RealRate, times
/// the slowdown, rounded to the nanosecond. Power is one figure while serving and another
/// otherwise. When the node goes off, all its work is forgotten.
///
/// Leaves out: several cores, caches, scheduling by an operating system, frequency scaling.
class Processor : public Object
{
  public:
    /// \param queue time before service; \param service time of service
    using Done = std::function<void(Time queue, Time service)>;
    using ServedCallback = void (*)(Time queue, Time service);

    static TypeId GetTypeId();

    /// Draws from the account of its node from now on, and goes off with the node.
    void ConnectPower(Ptr<NodeEnergy> energy,
                      Ptr<NodeState> state,
                      double idleWatt,
                      double busyWatt);

    /// Queues one inference; `done` is called when it is finished.
    void Submit(const Operations& operations, Done done);
    Time GetServiceTime(const Operations& operations) const;
    /// Inferences that are submitted from now on take this many times as long.
    void SetSlowdown(double factor);

    Time GetBusyTime() const;
    std::uint64_t GetInferences() const;   //!< finished
    std::uint32_t GetLongestQueue() const; //!< most inferences that waited at the same time

  protected:
    void DoDispose() override;

  private:
    struct Job
    {
        Time queue;
        Time service;
        Done done;
    };

    void FinishFirst(std::uint32_t forgotten);
    void BeginBusy();
    void EndBusy();
    void ForgetAll();

    Time m_fixedCost;
    double m_binaryRate = 0;
    double m_realRate = 0;
    double m_slowdown = 1;
    Time m_freeAt;                 //!< when the last inference in the queue will be finished
    std::queue<Job> m_jobs;        //!< waiting or in service
    std::uint32_t m_forgotten = 0; //!< how often all work was forgotten
    Time m_busySince;              //!< while there is work
    Time m_busyTime;               //!< before that
    Ptr<NodeEnergy> m_energy;      //!< null: no account is kept
    NodeEnergy::Load m_idle = 0;
    NodeEnergy::Load m_busy = 0;
    double m_idlePowerWatt = 0;
    double m_busyPowerWatt = 0;
    std::uint64_t m_inferences = 0;
    std::uint32_t m_longestQueue = 0;
    TracedCallback<Time, Time> m_servedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_PROCESSOR_H
