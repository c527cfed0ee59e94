// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_FAILURE_WATCH_H
#define SIMULATOR_FAILURE_WATCH_H

#include "analysis/records.h"
#include "simulator/topology/deployment.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace simulator
{

/// Records what fails in a deployment, and from when to when: the failures of its schedule, and
/// nodes whose battery is empty (`battery`).
class FailureWatch
{
  public:
    /// \param deployment its simulation must be over before this goes
    explicit FailureWatch(const Deployment& deployment);
    FailureWatch(const FailureWatch&) = delete;
    FailureWatch& operator=(const FailureWatch&) = delete;

    /// By begin; those that begin when the run is over are not there: a battery goes on emptying.
    std::vector<analysis::FailureRecord> GetRecords(ns3::Time end) const;

  private:
    void ConnectBattery(const DeployedNode& node);
    void Begin(const std::string& target, const std::string& kind);
    void End(const std::string& target, const std::string& kind);

    std::vector<analysis::FailureRecord> m_records;
    /// Index of the latest failure of a target and kind.
    std::map<std::pair<std::string, std::string>, std::size_t> m_failing;
};

} // namespace simulator

#endif // SIMULATOR_FAILURE_WATCH_H
