// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SWITCH_WATCH_H
#define SIMULATOR_SWITCH_WATCH_H

#include "analysis/records.h"
#include "simulator/topology/deployment.h"

#include <string>
#include <vector>

namespace simulator
{

/// Records when nodes go off and on, whatever the reason.
class SwitchWatch
{
  public:
    /// \param deployment its simulation must be over before this goes
    explicit SwitchWatch(const Deployment& deployment);
    SwitchWatch(const SwitchWatch&) = delete;
    SwitchWatch& operator=(const SwitchWatch&) = delete;

    /// In order of time.
    const std::vector<analysis::SwitchRecord>& GetRecords() const;

  private:
    void Connect(const DeployedNode& node, const char* source, analysis::SwitchRecord::To to);

    std::vector<analysis::SwitchRecord> m_records;
};

} // namespace simulator

#endif // SIMULATOR_SWITCH_WATCH_H
