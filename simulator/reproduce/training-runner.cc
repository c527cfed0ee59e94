// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/training-runner.h"

#include "nn/input-error.h"
#include "simulator/reproduce/training-codec.h"
#include "simulator/study/local-workers.h"

#include <numeric>
#include <string>
#include <utility>

namespace simulator
{

namespace
{

std::vector<std::uint8_t>
Work(const Training& training)
{
    const std::string text = EncodeTraining(DescribeTraining(training), training, Train(training));
    return {text.begin(), text.end()};
}

/// \throw what the child threw
void
CheckOutcome(const ChildResult& result, const Training& training)
{
    if (result.outcome == ChildResult::Outcome::BadInput)
    {
        throw nn::InputError(result.error);
    }
    if (result.outcome == ChildResult::Outcome::Failed)
    {
        throw RunFailure("training of network '" + training.variant.network.name + "' with seed " +
                         std::to_string(training.settings.seed) + " failed: " + result.error);
    }
}

} // namespace

TrainingRunner::TrainingRunner(const TrainingStore& store,
                               unsigned jobs,
                               const InterruptWatch& watch,
                               Progress progress)
    : m_store(store), m_jobs(jobs), m_watch(watch), m_progress(std::move(progress))
{
}

void
TrainingRunner::TrainAll(const std::vector<const Training*>& trainings)
{
    const std::size_t total = m_trained + trainings.size();
    m_progress(m_trained, total);
    const auto finish = [&](std::size_t index, const ChildResult& result) {
        CheckOutcome(result, *trainings[index]);
        m_store.Save(*trainings[index], {result.bytes.begin(), result.bytes.end()});
        m_progress(++m_trained, total);
    };
    std::vector<std::size_t> pieces(trainings.size());
    std::iota(pieces.begin(), pieces.end(), std::size_t{0});
    LocalWorkers(m_jobs, m_watch)
        .Do(
            pieces, [&trainings](std::size_t index) { return Work(*trainings[index]); }, finish);
}

std::vector<TrainingResult>
TrainingRunner::Run(const std::vector<Training>& trainings)
{
    std::vector<const Training*> missing;
    for (const Training& training : trainings)
    {
        if (!m_store.Find(training))
        {
            missing.push_back(&training);
        }
    }
    m_kept += trainings.size() - missing.size();
    if (!missing.empty())
    {
        TrainAll(missing);
    }
    std::vector<TrainingResult> results;
    for (const Training& training : trainings)
    {
        auto result = m_store.Find(training);
        if (!result)
        {
            throw RunFailure("the result of a training cannot be read back (disk full?)");
        }
        results.push_back(std::move(*result));
    }
    return results;
}

std::size_t
TrainingRunner::GetTrained() const
{
    return m_trained;
}

std::size_t
TrainingRunner::GetKept() const
{
    return m_kept;
}

} // namespace simulator
