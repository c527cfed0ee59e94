// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/run-identity.h"

#include "simulator/run/content-hash.h"
#include "simulator/scenario/scenario-keys.h"

#include <map>

namespace simulator
{

namespace
{

std::string
HashScenario(const PlannedRun& run, InputHashes& hashes)
{
    Scenario copy = *run.scenario; // a table is bound to variables
    const KeyTable keys = MakeScenarioKeys(copy);
    std::string text = hashes.OfDataSet(run.dataset) + '\n';
    for (const Key& key : keys.GetKeys())
    {
        if (key.write && key.path != "replications" && key.path != "rng_run" &&
            key.path != "dataset.source")
        {
            const bool isFile = key.file && !key.file->empty();
            text += key.path + ' ' + (isFile ? hashes.OfFile(*key.file) : key.write()) + '\n';
        }
    }
    return HashText(text);
}

} // namespace

std::vector<std::string>
IdentifyRuns(const StudyPlan& plan, InputHashes& hashes)
{
    std::map<const Scenario*, std::string> scenarios; // their hashes: runs share them
    std::map<std::string, int> uses;
    std::vector<std::string> identities;
    identities.reserve(plan.runs.size());
    for (const PlannedRun& run : plan.runs)
    {
        std::string& scenario = scenarios[run.scenario.get()];
        if (scenario.empty())
        {
            scenario = HashScenario(run, hashes);
        }
        std::string identity = scenario + '/' + std::to_string(run.replication);
        if (const int use = ++uses[identity]; use > 1)
        {
            identity += '/' + std::to_string(use);
        }
        identities.push_back(std::move(identity));
    }
    return identities;
}

} // namespace simulator
