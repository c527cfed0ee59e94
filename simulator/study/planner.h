// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_PLANNER_H
#define SIMULATOR_PLANNER_H

#include "nn/data/multi-view-data-set.h"
#include "nn/network/network-inference.h"
#include "simulator/scenario/scenario-parser.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace simulator
{

/// A scenario with one combination of swept values, checked.
struct PlannedVariant
{
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const nn::NetworkInference> network;
    std::shared_ptr<const nn::MultiViewDataSet> dataset;
    std::vector<std::string> values; //!< one per swept path of the file, as the user wrote them
};

/// A scenario file with all combinations of its swept values.
struct PlannedScenario
{
    Sweep sweep;
    std::vector<PlannedVariant> variants; //!< at least one
};

/// Greatest number of runs in a study.
constexpr std::size_t mostRuns = 1'000'000;
/// Greatest number of variants of a scenario: each takes about 12 KB of memory.
constexpr std::size_t mostVariants = 100'000;

/// Turns scenario files into checked scenarios. Reads every network and every data set once.
class Planner
{
  public:
    /// Parses a scenario, loads what it names, and checks that all its variants fit.
    /// \param settings "PATH=VALUE" each
    /// \param sweeps "PATH=VALUE,VALUE,..." each
    /// \throw nn::InputError
    PlannedScenario Plan(const std::string& path,
                         const std::vector<std::string>& settings,
                         const std::vector<std::string>& sweeps);

    /// Loads what a scenario names, and checks that it fits.
    /// \return it, without swept values
    /// \throw nn::InputError
    PlannedVariant Load(Scenario scenario);

  private:
    PlannedVariant PlanVariant(const ScenarioFile& file, Settings settings, const Settings& swept);
    std::shared_ptr<const nn::NetworkInference> GetNetwork(const Scenario& scenario);
    std::shared_ptr<const nn::MultiViewDataSet> GetDataSet(const Scenario& scenario);

    std::map<std::string, std::shared_ptr<const nn::NetworkInference>> m_networks; //!< by path
    std::map<std::string, std::shared_ptr<const nn::MultiViewDataSet>> m_dataSets; //!< by content
};

} // namespace simulator

#endif // SIMULATOR_PLANNER_H
