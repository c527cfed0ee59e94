// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_PROCESS_H
#define SIMULATOR_FAILURE_PROCESS_H

#include "simulator/failures/failing-target.h"
#include "simulator/failures/failure-law.h"

#include <ns3/event-id.h>
#include <ns3/random-variable-stream.h>

#include <memory>
#include <optional>
#include <vector>

namespace simulator
{

/// Lets some nodes or links fail together, at a given time or at random times.
class FailureProcess
{
  public:
    /// Times since the first capture.
    struct Given
    {
        ns3::Time at;
        std::optional<ns3::Time> duration; //!< none: for ever
    };

    /// Well for a time, then failing for a time, and so on; well at the first capture.
    struct Random
    {
        FailureLaw up;
        FailureLaw down;
        std::int64_t stream = 0;
    };

    explicit FailureProcess(const Given& times);
    explicit FailureProcess(const Random& times);
    FailureProcess(const FailureProcess&) = delete;
    FailureProcess& operator=(const FailureProcess&) = delete;

    void Add(std::shared_ptr<FailingTarget> target, std::unique_ptr<Failure> failure);

    /// \param firstCapture from which times count; not in the past
    void Start(ns3::Time firstCapture);
    /// Nothing begins or ends any more.
    void Stop();

  private:
    struct Member
    {
        std::shared_ptr<FailingTarget> target;
        std::unique_ptr<Failure> failure;
    };

    void Begin();
    void End();
    void BeginRandom();
    void EndRandom();
    ns3::Time Draw(const FailureLaw& law) const;

    std::optional<Given> m_given;
    std::optional<Random> m_random;
    ns3::Ptr<ns3::UniformRandomVariable> m_draws; //!< null: times are given
    std::vector<Member> m_members;
    ns3::EventId m_begin;
    ns3::EventId m_end;
};

} // namespace simulator

#endif // SIMULATOR_FAILURE_PROCESS_H
