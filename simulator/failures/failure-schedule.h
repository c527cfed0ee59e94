// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_SCHEDULE_H
#define SIMULATOR_FAILURE_SCHEDULE_H

#include "simulator/failures/failure-process.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace simulator
{

/// All that fails in a run.
class FailureSchedule
{
  public:
    /// The node or link of this name, as far as it fails in this way.
    std::shared_ptr<FailingTarget> GetTarget(const std::string& name, const std::string& kind);
    void Add(std::unique_ptr<FailureProcess> process);

    /// \param firstCapture from which times count; not in the past
    void Start(ns3::Time firstCapture);
    /// Nothing begins or ends any more.
    void Stop();

    /// Tells every failure.
    ns3::Ptr<ns3::ddnn::FailureLog> GetLog() const;

  private:
    ns3::Ptr<ns3::ddnn::FailureLog> m_log = ns3::CreateObject<ns3::ddnn::FailureLog>();
    std::map<std::pair<std::string, std::string>, std::shared_ptr<FailingTarget>> m_targets;
    std::vector<std::unique_ptr<FailureProcess>> m_processes;
};

} // namespace simulator

#endif // SIMULATOR_FAILURE_SCHEDULE_H
