// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRAINING_RUNNER_H
#define SIMULATOR_TRAINING_RUNNER_H

#include "simulator/reproduce/training-store.h"
#include "simulator/study/interrupt-watch.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace simulator
{

/// Results of trainings: those that the store has, and those of processes that train the others.
/// Each is kept as soon as it is there.
class TrainingRunner
{
  public:
    /// Called before the first training of a call and after each; with numbers of all calls so far.
    using Progress = std::function<void(std::size_t done, std::size_t total)>;

    /// \param store must outlive the runner
    /// \param jobs processes at the same time
    /// \param watch must outlive it, too
    TrainingRunner(const TrainingStore& store,
                   unsigned jobs,
                   const InterruptWatch& watch,
                   Progress progress);

    /// \return in the order of the trainings
    /// \throw nn::InputError, RunFailure, Interrupted
    std::vector<TrainingResult> Run(const std::vector<Training>& trainings);

    std::size_t GetTrained() const; //!< in all calls
    std::size_t GetKept() const;    //!< found in the store, in all calls

  private:
    void TrainAll(const std::vector<const Training*>& trainings);

    const TrainingStore& m_store;
    unsigned m_jobs;
    const InterruptWatch& m_watch;
    Progress m_progress;
    std::size_t m_trained = 0;
    std::size_t m_kept = 0;
};

} // namespace simulator

#endif // SIMULATOR_TRAINING_RUNNER_H
