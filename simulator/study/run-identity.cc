// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/run-identity.h"

#include "simulator/run/content-hash.h"
#include "simulator/scenario/scenario-keys.h"

#include <map>

namespace simulator
{

namespace
{

/// Remembers what it has hashed: runs share scenarios, networks and data sets.
class Identifier
{
  public:
    const std::string& Identify(const PlannedRun& run)
    {
        return Remember(m_scenarios, run.scenario, [&] { return HashScenario(run); });
    }

  private:
    template <typename Key, typename Make>
    static const std::string& Remember(std::map<Key, std::string>& known, const Key& key, Make make)
    {
        std::string& hash = known[key];
        if (hash.empty())
        {
            hash = make();
        }
        return hash;
    }

    std::string HashScenario(const PlannedRun& run)
    {
        Scenario copy = *run.scenario; // a table is bound to variables
        const KeyTable keys = MakeScenarioKeys(copy);
        std::string text =
            Remember(m_datasets, run.dataset, [&] { return run.dataset->GetHash(); }) + '\n';
        for (const Key& key : keys.GetKeys())
        {
            if (key.write && key.path != "replications" && key.path != "rng_run" &&
                key.path != "dataset.source")
            {
                text += key.path + ' ' + Describe(key) + '\n';
            }
        }
        return HashText(text);
    }

    std::string Describe(const Key& key)
    {
        if (key.file && !key.file->empty())
        {
            return Remember(m_files, *key.file, [&] { return HashFile(*key.file); });
        }
        return key.write();
    }

    std::map<std::shared_ptr<const Scenario>, std::string> m_scenarios;
    std::map<std::shared_ptr<const nn::MultiViewDataSet>, std::string> m_datasets;
    std::map<std::string, std::string> m_files; //!< by path
};

} // namespace

std::vector<std::string>
IdentifyRuns(const StudyPlan& plan)
{
    Identifier identifier;
    std::map<std::string, int> uses;
    std::vector<std::string> identities;
    identities.reserve(plan.runs.size());
    for (const PlannedRun& run : plan.runs)
    {
        std::string identity = identifier.Identify(run) + '/' + std::to_string(run.replication);
        if (const int use = ++uses[identity]; use > 1)
        {
            identity += '/' + std::to_string(use);
        }
        identities.push_back(std::move(identity));
    }
    return identities;
}

} // namespace simulator
