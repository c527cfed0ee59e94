// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_TRAINER_H
#define NN_TRAINER_H

#include "nn/data/multi-view-data-set.h"
#include "nn/data/split-mix64.h"
#include "nn/network/adam.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/trainer-state.h"
#include "nn/network/training-settings.h"

#include <functional>
#include <memory>
#include <vector>

namespace nn
{

/// Joint training of all sections and exits (paper, sections III-C and IV-A).
///
/// Loss: weighted sum of the softmax cross entropies of the local, edge and cloud exits, and of
/// every device for itself over the samples it sees. The paper names the exits only; without the
/// devices' own losses a device alone knows less. An edge has no loss of its own beside the edge
/// exit. A device that fails for a sample (failout) learns nothing from it, also for itself: a node
/// that is down sees nothing.
///
/// Epochs of batches in a new order each; a last batch of one sample is left out. Sums have a
/// fixed order, for any number of threads: the same settings give the same network.
///
/// A training can be stopped after any step, and gone on with later, by a trainer made with the
/// same settings: its state and the tensors of the network are all that is needed (see Checkpoint).
class Trainer
{
  public:
    /// Called after each epoch, with its number from 1 and the mean loss.
    using Progress = std::function<void(int epoch, double loss)>;
    /// Called after each step of the optimizer. \return whether to go on
    using Gate = std::function<bool()>;

    enum class End
    {
        Finished,
        Stopped //!< by the gate: the network is not usable yet
    };

    /// \param network must outlive the trainer, in place
    /// \throw InputError if a setting is out of range
    Trainer(HierarchicalNetwork& network, const TrainingSettings& settings);

    /// Threads, 1 at first.
    void SetJobs(int jobs);

    /// All epochs that are left on the training split but for what is held out (SplitTraining),
    /// then EstimateStatistics on the same samples, and FitTemperatures on the others if wanted.
    /// \throw InputError if the data set does not fit the network, or the state
    End Train(const MultiViewDataSet& dataset,
              const Progress& progress = {},
              const Gate& gate = {});

    TrainerState GetState() const;
    /// \throw std::invalid_argument if it is the state of another network's training
    void SetState(TrainerState state);

    /// One step of the optimizer on one batch. \return its loss
    double Step(const MultiViewDataSet& dataset, const std::vector<int>& samples);

    /// Replaces the stored statistics of all batch normalizations by those of `samples`, in one
    /// forward pass with all of them as one batch, in which no device fails. Binary weights flip
    /// until the last step: statistics that were gathered on the way are stale.
    void EstimateStatistics(const MultiViewDataSet& dataset, const std::vector<int>& samples);

  private:
    /// \return loss of the scores; sets `gradients`
    double ComputeLoss(const MultiViewDataSet& dataset,
                       const std::vector<int>& samples,
                       const Presence& devices,
                       const NetworkScores& scores,
                       NetworkScores& gradients) const;
    /// The devices that do not fail in the next step.
    Presence DrawDevices(int samples) const;
    /// Takes the training split, or checks that the state belongs to it.
    void PrepareOrder(const MultiViewDataSet& dataset);
    /// The rest of the running epoch. \return whether it is done
    bool TrainEpoch(const MultiViewDataSet& dataset, const Gate& gate);

    HierarchicalNetwork& m_network;
    TrainingSettings m_settings;
    SplitMix64 m_random;
    Adam m_optimizer;
    int m_epoch = 0; //!< this and the next three: see TrainerState
    int m_position = 0;
    double m_loss = 0;
    std::vector<int> m_order;
    HierarchicalNetwork::Tape m_tape; //!< kept for its memory
    std::unique_ptr<Workers> m_workers = std::make_unique<Workers>(1);
};

/// \throw InputError with one sentence if the views, cameras or classes of the data set are not
/// those that the network was made for
void CheckFits(const NetworkDescription& network, const MultiViewDataSet& dataset);

/// \throw InputError also if there is nothing to learn from: fewer than two training samples, or
/// all of one class
void CheckTrainable(const NetworkDescription& network, const MultiViewDataSet& dataset);

} // namespace nn

#endif // NN_TRAINER_H
