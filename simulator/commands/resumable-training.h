// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RESUMABLE_TRAINING_H
#define SIMULATOR_RESUMABLE_TRAINING_H

#include "nn/network/network-json.h"
#include "nn/network/trainer.h"
#include "simulator/study/interrupt-watch.h"

#include <chrono>
#include <functional>
#include <string>

namespace simulator
{

/// A training that may be ended at any time, by Ctrl-C or by the power: it writes checkpoints, and
/// goes on from them.
class ResumableTraining
{
  public:
    struct Checkpoints
    {
        std::string path;
        std::chrono::seconds interval; //!< between two of them; 0: one after each step
    };

    /// \param head of the training
    /// \param network to train; must outlive this
    ResumableTraining(nn::NetworkHead head,
                      nn::HierarchicalNetwork& network,
                      Checkpoints checkpoints);

    /// Threads, 1 at first.
    void SetJobs(int jobs);

    bool HasCheckpoint() const;

    /// Goes on from the checkpoint.
    /// \throw nn::InputError if it is damaged, or that of another training
    void Resume();

    /// Epochs done.
    int GetEpoch() const;

    /// What is left.
    /// \param watch notices signals while this lasts
    /// \throw Interrupted after a checkpoint was written; nn::InputError
    void Train(const nn::MultiViewDataSet& dataset,
               const nn::Trainer::Progress& progress,
               const InterruptWatch& watch);

    /// The network has been written. Also removes what killed processes left of unfinished ones.
    void RemoveCheckpoint() const;

  private:
    void Save();
    /// Writes a checkpoint if it is time. \return whether to go on
    bool FinishStep();

    nn::NetworkHead m_head;
    nn::HierarchicalNetwork& m_network;
    Checkpoints m_checkpoints;
    nn::Trainer m_trainer;
    std::chrono::steady_clock::time_point m_saved; //!< when
};

} // namespace simulator

#endif // SIMULATOR_RESUMABLE_TRAINING_H
