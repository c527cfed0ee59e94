// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/run-study.h"

#include "nn/input-error.h"
#include "simulator/study/manifest.h"
#include "simulator/study/run-work.h"

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

} // namespace

void
RunStudy(StudyStore& store,
         ResultsDirectory& directory,
         StudyPlan& plan,
         Workers& workers,
         StudyProgress& progress,
         const std::function<void(const ChildResult&)>& show)
{
    for (std::size_t i = 0; i < plan.runs.size(); ++i)
    {
        plan.runs[i].outputPrefix = directory.GetRunPrefix(i + 1);
    }
    const std::vector<std::size_t> missing = store.Begin(plan, DescribeScenario);
    progress = {plan.runs.size(), plan.runs.size() - missing.size(), 0};
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
