// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SUSPICION_WATCH_H
#define SIMULATOR_SUSPICION_WATCH_H

#include "analysis/records.h"
#include "simulator/topology/deployment.h"

#include <string>
#include <vector>

namespace simulator
{

/// Records whom the aggregation points of a deployment suspect, and when they trust it again: with
/// the times of failures, how long it takes to detect them and to recover.
class SuspicionWatch
{
  public:
    /// \param deployment its simulation must be over before this goes
    explicit SuspicionWatch(const Deployment& deployment);
    SuspicionWatch(const SuspicionWatch&) = delete;
    SuspicionWatch& operator=(const SuspicionWatch&) = delete;

    /// In order of time.
    const std::vector<analysis::SuspicionRecord>& GetRecords() const;

  private:
    using Kind = analysis::SuspicionRecord::Kind;

    void ConnectNode(const DeployedNode& node);
    void ConnectHeartbeat(const DeployedHeartbeat& heartbeat, Kind kind);
    void Connect(const ns3::Ptr<ns3::Application>& application,
                 const analysis::SuspicionRecord& form,
                 const std::string& childTier);
    void ConnectSource(const ns3::Ptr<ns3::Application>& application,
                       Kind kind,
                       analysis::SuspicionRecord form,
                       const std::string& childTier);

    std::size_t m_sites;
    std::string m_childOfCloud = "device"; //!< its tier
    std::vector<analysis::SuspicionRecord> m_records;
};

} // namespace simulator

#endif // SIMULATOR_SUSPICION_WATCH_H
