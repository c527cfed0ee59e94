// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_PROCESSOR_H
#define DDNN_PROCESSOR_H

#include "models/ddnn-partition.h"

#include <ns3/nstime.h>
#include <ns3/object.h>
#include <ns3/traced-callback.h>

#include <functional>
#include <queue>

namespace ns3::ddnn
{

/// The computer of one node: a single server with an unbounded first-come first-served queue.
///
/// Service time = FixedCost + binary operations / BinaryRate + other operations / RealRate, rounded
/// to the nanosecond. Power is BusyPower while serving and IdlePower otherwise.
///
/// Leaves out: several cores, caches, scheduling by an operating system, frequency scaling.
class Processor : public Object
{
  public:
    /// \param queue time before service; \param service time of service
    using Done = std::function<void(Time queue, Time service)>;
    using ServedCallback = void (*)(Time queue, Time service);

    static TypeId GetTypeId();

    /// Queues one inference; `done` is called when it is finished.
    void Submit(const Operations& operations, Done done);
    Time GetServiceTime(const Operations& operations) const;

    Time GetBusyTime() const;              //!< of finished inferences
    std::uint64_t GetInferences() const;   //!< finished
    std::uint32_t GetLongestQueue() const; //!< most inferences that waited at the same time
    /// Joules of a node that was on for `duration`.
    double GetEnergyJoules(Time duration) const;

  private:
    struct Job
    {
        Time queue;
        Time service;
        Done done;
    };

    void FinishFirst();

    Time m_fixedCost;
    double m_binaryRate = 0;
    double m_realRate = 0;
    double m_idlePowerWatt = 0;
    double m_busyPowerWatt = 0;
    Time m_freeAt;          //!< when the last inference in the queue will be finished
    std::queue<Job> m_jobs; //!< waiting or in service
    Time m_busyTime;
    std::uint64_t m_inferences = 0;
    std::uint32_t m_longestQueue = 0;
    TracedCallback<Time, Time> m_servedTrace;
};

} // namespace ns3::ddnn

#endif // DDNN_PROCESSOR_H
