// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/resumable-training.h"

#include "nn/input-error.h"
#include "nn/network/checkpoint.h"

#include <filesystem>
#include <utility>

namespace simulator
{

ResumableTraining::ResumableTraining(nn::NetworkHead head,
                                     nn::HierarchicalNetwork& network,
                                     Checkpoints checkpoints)
    : m_head(std::move(head)),
      m_network(network),
      m_checkpoints(std::move(checkpoints)),
      m_trainer(network, m_head.origin.training)
{
}

void
ResumableTraining::SetJobs(int jobs)
{
    m_trainer.SetJobs(jobs);
}

bool
ResumableTraining::HasCheckpoint() const
{
    return std::filesystem::exists(m_checkpoints.path);
}

void
ResumableTraining::Resume()
{
    try
    {
        nn::LoadCheckpoint(m_checkpoints.path, m_head, m_network, m_trainer);
    }
    catch (const nn::InputError& error)
    {
        throw nn::InputError(std::string(error.what()) +
                             "; without --resume, training starts anew");
    }
}

int
ResumableTraining::GetEpoch() const
{
    return m_trainer.GetState().epoch;
}

void
ResumableTraining::Train(const nn::MultiViewDataSet& dataset,
                         const nn::Trainer::Progress& progress,
                         const InterruptWatch& /* watch */)
{
    m_saved = std::chrono::steady_clock::now();
    const auto end = m_trainer.Train(dataset, progress, [this] { return FinishStep(); });
    if (end == nn::Trainer::End::Stopped)
    {
        Save();
        throw Interrupted();
    }
}

bool
ResumableTraining::FinishStep()
{
    if (InterruptWatch::IsInterrupted())
    {
        return false;
    }
    if (std::chrono::steady_clock::now() - m_saved >= m_checkpoints.interval)
    {
        Save();
    }
    return true;
}

void
ResumableTraining::Save()
{
    nn::SaveCheckpoint(m_checkpoints.path, m_head, m_network, m_trainer);
    m_saved = std::chrono::steady_clock::now();
}

void
ResumableTraining::RemoveCheckpoint() const
{
    std::error_code ignored;
    std::filesystem::remove(m_checkpoints.path, ignored);
}

} // namespace simulator
