// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/resumable-training.h"

#include "nn/input-error.h"
#include "nn/network/checkpoint.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace simulator
{

namespace fs = std::filesystem;

namespace
{

/// Whether a file is what a process left that was killed while it wrote a checkpoint: libzip's
/// temporary file, NAME.XXXXXX.
bool
IsUnfinished(const std::string& name, const std::string& checkpoint)
{
    constexpr std::size_t suffix = 7;
    return name.size() == checkpoint.size() + suffix && name.rfind(checkpoint + '.', 0) == 0;
}

} // namespace

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
    return fs::exists(m_checkpoints.path);
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
    const fs::path checkpoint = m_checkpoints.path;
    const fs::path folder = checkpoint.has_parent_path() ? checkpoint.parent_path() : ".";
    std::vector<fs::path> files = {checkpoint};
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    {
        if (IsUnfinished(entry.path().filename(), checkpoint.filename()))
        {
            files.push_back(entry.path());
        }
    }
    for (const fs::path& file : files)
    {
        fs::remove(file, ignored);
    }
}

} // namespace simulator
