// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/study-planner.h"

#include "nn/input-error.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/study/planner.h"

#include <algorithm>
#include <map>

namespace simulator
{

namespace
{

[[noreturn]] void
RefuseTwin(const std::string& path, const std::string& name, const std::string& other)
{
    throw nn::InputError(path + ": scenario '" + name + "' is also the name of " + other +
                         ", expected different names");
}

std::vector<PlannedScenario>
PlanScenarios(const StudyRequest& request)
{
    Planner planner;
    std::vector<PlannedScenario> scenarios;
    std::map<std::string, std::string> files; // by scenario name
    for (const std::string& path : request.paths)
    {
        scenarios.push_back(planner.Plan(path, request.settings, request.sweeps));
        const std::string& name = scenarios.back().variants.front().scenario->name;
        const auto [other, isNew] = files.emplace(name, path);
        if (!isNew)
        {
            RefuseTwin(path, name, other->second);
        }
    }
    return scenarios;
}

std::vector<std::string>
JoinPaths(const std::vector<PlannedScenario>& scenarios)
{
    std::vector<std::string> paths;
    for (const PlannedScenario& scenario : scenarios)
    {
        for (const std::string& path : GetSweptPaths(scenario.sweep))
        {
            if (std::find(paths.begin(), paths.end(), path) == paths.end())
            {
                paths.push_back(path);
            }
        }
    }
    return paths;
}

/// Values of keys of a scenario.
class KeyValues
{
  public:
    explicit KeyValues(const Scenario& scenario)
        : m_scenario(scenario), m_table(MakeScenarioKeys(m_scenario))
    {
    }

    KeyValues(const KeyValues&) = delete;
    KeyValues& operator=(const KeyValues&) = delete;

    /// \return nothing if the scenario has no such key, or it has no value
    std::string Get(const std::string& path) const
    {
        const Key* const key = m_table.Find(path);
        if (key && !key->write)
        {
            return Get(JoinPath(path, m_table.GetChildren(path).front())); // it is short for that
        }
        const std::string text = key ? key->write() : "";
        return text.empty() ? "" : FormatSweptValue(YAML::Load(text));
    }

  private:
    Scenario m_scenario; // a table is bound to variables
    KeyTable m_table;
};

/// Values of all swept paths of the study for the variants of one scenario.
class SweptColumns
{
  public:
    SweptColumns(const PlannedScenario& scenario, const std::vector<std::string>& paths)
    {
        const std::vector<std::string> own = GetSweptPaths(scenario.sweep);
        const KeyValues values(*scenario.variants.front().scenario);
        for (const std::string& path : paths)
        {
            const auto place = std::find(own.begin(), own.end(), path);
            m_places.push_back(static_cast<std::size_t>(place - own.begin()));
            m_values.push_back(place == own.end() ? values.Get(path) : "");
        }
    }

    std::vector<std::string> Get(const PlannedVariant& variant) const
    {
        std::vector<std::string> values = m_values;
        for (std::size_t i = 0; i < values.size(); ++i)
        {
            if (m_places[i] < variant.values.size())
            {
                values[i] = variant.values[m_places[i]];
            }
        }
        return values;
    }

  private:
    std::vector<std::size_t> m_places; //!< among the values of a variant; behind them: not swept
    std::vector<std::string> m_values; //!< of what is not swept
};

void
CheckNumber(const StudyPlan& plan)
{
    if (plan.runs.size() > mostRuns)
    {
        throw nn::InputError(plan.runs.back().scenario->file + ": the study has more than " +
                             std::to_string(mostRuns) + " runs, expected fewer");
    }
}

void
AddRuns(StudyPlan& plan, const PlannedVariant& variant, const std::vector<std::string>& values)
{
    const Scenario& scenario = *variant.scenario;
    for (std::uint32_t i = 0; i < scenario.replications; ++i)
    {
        const std::uint32_t replication = scenario.rngRun + i;
        plan.runs.push_back(
            {variant.scenario, variant.network, variant.dataset, replication, values});
    }
}

} // namespace

StudyPlan
PlanStudy(const StudyRequest& request)
{
    const std::vector<PlannedScenario> scenarios = PlanScenarios(request);
    StudyPlan plan;
    plan.sweptPaths = JoinPaths(scenarios);
    for (const PlannedScenario& scenario : scenarios)
    {
        const SweptColumns columns(scenario, plan.sweptPaths);
        for (const PlannedVariant& variant : scenario.variants)
        {
            AddRuns(plan, variant, columns.Get(variant));
            CheckNumber(plan);
        }
    }
    return plan;
}

} // namespace simulator
