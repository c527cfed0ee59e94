// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PLANNER_H
#define SIMULATOR_PLANNER_H

#include "simulator/study/study-plan.h"

#include <map>
#include <string>
#include <vector>

namespace simulator
{

/// Turns scenario files into planned runs. Reads every network and every data set once.
class Planner
{
  public:
    /// Parses a scenario, loads what it names, and checks that it fits.
    /// \param settings "PATH=VALUE" each
    /// \return one run per replication
    /// \throw nn::InputError
    std::vector<PlannedRun> Plan(const std::string& path, const std::vector<std::string>& settings);

  private:
    std::shared_ptr<const nn::NetworkInference> GetNetwork(const Scenario& scenario);
    std::shared_ptr<const nn::MultiViewDataSet> GetDataSet(const Scenario& scenario);

    std::map<std::string, std::shared_ptr<const nn::NetworkInference>> m_networks; //!< by path
    std::map<std::string, std::shared_ptr<const nn::MultiViewDataSet>> m_dataSets; //!< by content
};

} // namespace simulator

#endif // SIMULATOR_PLANNER_H
