// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/repetition.h"

#include "nn/input-error.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/scenario/text.h"
#include "simulator/scenario/yaml-file.h"
#include "simulator/study/input-hashes.h"
#include "simulator/study/planner.h"
#include "simulator/study/version.h"

#include <optional>

namespace simulator
{

namespace fs = std::filesystem;

namespace
{

/// Where relative paths of a scenario start: empty for the current folder.
std::string
FindFolder(const RecordedScenario& scenario, const YAML::Node& root)
{
    const YAML::Node network = root["network"];
    const bool isHere = fs::path(scenario.folder) == fs::current_path();
    if (isHere || !network.IsDefined() || !network.IsScalar())
    {
        return "";
    }
    std::error_code ignored;
    return fs::exists(fs::path(scenario.folder) / network.Scalar(), ignored) ? scenario.folder : "";
}

/// \param where the scenario is
/// \param what was hashed
[[noreturn]] void
RefuseOther(const std::string& where,
            const std::string& what,
            const std::string& hash,
            const std::string& then)
{
    throw nn::InputError(where + ": " + what + " is not the one that was used: its hash is " +
                         hash + ", expected " + then);
}

void
CheckFiles(const PlannedVariant& variant,
           const RecordedScenario& recorded,
           const std::string& name,
           InputHashes& hashes)
{
    for (const auto& [key, hash] : hashes.OfFiles(*variant.scenario))
    {
        const auto then = recorded.fileHashes.find(key);
        if (then == recorded.fileHashes.end() || then->second != hash)
        {
            RefuseOther(name,
                        key + ": the file",
                        hash,
                        then == recorded.fileHashes.end() ? "none" : Quote(then->second));
        }
    }
    if (const std::string& hash = hashes.OfDataSet(variant.dataset); hash != recorded.testSplitHash)
    {
        RefuseOther(name, "dataset: the test split", hash, Quote(recorded.testSplitHash));
    }
}

PlannedVariant
Load(Planner& planner,
     const RecordedStudy& study,
     const RecordedScenario& recorded,
     InputHashes& hashes)
{
    const std::string name = study.path + ": scenario " + Quote(recorded.name);
    const YAML::Node root = ReadYamlText({name, "", true}, recorded.text);
    const ValueSource source = {name, FindFolder(recorded, root), true};
    PlannedVariant variant = planner.Load(ResolveScenario({{source, root}, {}}, {}));
    CheckFiles(variant, recorded, name, hashes);
    return variant;
}

std::optional<std::string>
FindDifference(const RecordedStudy& study,
               const std::string& product,
               const std::string& then,
               const std::string& now)
{
    if (then == now)
    {
        return std::nullopt;
    }
    return study.path + " was written with " + product + " " + Quote(then) + ", this is " + now +
           ": results may differ";
}

} // namespace

StudyPlan
PlanRepetition(const RecordedStudy& study)
{
    Planner planner;
    InputHashes hashes;
    std::vector<PlannedVariant> scenarios;
    for (const RecordedScenario& scenario : study.scenarios)
    {
        scenarios.push_back(Load(planner, study, scenario, hashes));
    }
    StudyPlan plan;
    plan.sweptPaths = study.sweptPaths;
    for (const RecordedRun& recorded : study.runs)
    {
        const PlannedVariant& variant = scenarios[recorded.scenario];
        plan.runs.push_back({variant.scenario,
                             variant.network,
                             variant.dataset,
                             recorded.replication,
                             recorded.sweptValues});
    }
    return plan;
}

std::vector<std::string>
FindDifferences(const RecordedStudy& study)
{
    std::vector<std::string> differences;
    for (const auto& difference :
         {FindDifference(study, "ddnnsim", study.version, GetVersion()),
          FindDifference(study, "sources of hash", study.sourceHash, GetSourceHash()),
          FindDifference(study, "ns-3", study.ns3Version, GetNs3Version())})
    {
        if (difference)
        {
            differences.push_back(*difference);
        }
    }
    return differences;
}

fs::path
GetRepetitionPath(const std::string& manifest)
{
    const fs::path folder = fs::absolute(manifest).lexically_normal().parent_path().filename();
    return fs::path("results") / (folder.string() + "-repeat");
}

} // namespace simulator
