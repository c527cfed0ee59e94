// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/run-study.h"

#include "nn/input-error.h"
#include "simulator/study/manifest.h"
#include "simulator/study/run-work.h"

#include <algorithm>

namespace simulator
{

namespace
{

void
Keep(StudyStore& store, ResultsDirectory& directory, std::size_t index, const ChildResult& result)
{
    try
    {
        store.Put(index, result);
    }
    catch (const DatabaseFailure& failure)
    {
        throw WriteFailure(directory.GetName() +
                           ": study.sqlite cannot be written: " + failure.what());
    }
    directory.Keep();
}

std::vector<std::size_t>
Select(std::vector<std::size_t> runs, const Shard& shard)
{
    const auto isOfAnother = [&shard](std::size_t run) { return !shard.Has(run); };
    runs.erase(std::remove_if(runs.begin(), runs.end(), isOfAnother), runs.end());
    return runs;
}

std::size_t
CountRuns(const StudyPlan& plan, const Shard& shard)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
    {
        count += shard.Has(i) ? 1 : 0;
    }
    return count;
}

} // namespace

StudyStore
OpenStore(const ResultsDirectory& directory, ResultsDirectory::Earlier earlier)
{
    StudyStore store(directory.GetStoreFile());
    if (earlier == ResultsDirectory::Earlier::Replace)
    {
        store.Clear();
        directory.RemoveFiles();
    }
    return store;
}

void
SetOutputPrefixes(StudyPlan& plan, const std::filesystem::path& directory)
{
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
    {
        const std::string name = "run-" + std::to_string(i + 1) + "-";
        plan.runs[i].outputPrefix = (directory / name).string();
    }
}

void
RunStudy(StudyStore& store,
         ResultsDirectory& directory,
         StudyPlan& plan,
         const Shard& shard,
         Workers& workers,
         StudyProgress& progress,
         const std::function<void(const ChildResult&)>& show)
{
    SetOutputPrefixes(plan, directory.GetPath());
    const std::vector<std::size_t> missing = Select(store.Begin(plan, DescribeScenario), shard);
    progress.total = CountRuns(plan, shard);
    progress.done = progress.total - missing.size();
    const auto finish = [&](std::size_t index, const ChildResult& result) {
        if (result.outcome == ChildResult::Outcome::BadInput)
        {
            throw nn::InputError(result.error);
        }
        Keep(store, directory, index, result);
        ++(result.outcome == ChildResult::Outcome::Done ? progress.done : progress.failed);
        show(result);
    };
    workers.Do(missing, MakeRunWork(plan), finish);
}

} // namespace simulator
