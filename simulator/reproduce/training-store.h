// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TRAINING_STORE_H
#define SIMULATOR_TRAINING_STORE_H

#include "simulator/reproduce/training.h"

#include <filesystem>
#include <optional>
#include <string>

namespace simulator
{

/// A folder of results of trainings, one small file each. The name of a file is the hash of all
/// that the result depends on (DescribeTraining), which stands in it, too.
class TrainingStore
{
  public:
    /// \throw nn::InputError if the folder cannot be made
    explicit TrainingStore(std::filesystem::path folder);

    /// Nothing if there is no such result, or its file is damaged.
    std::optional<TrainingResult> Find(const Training& training) const;
    /// \param text of EncodeTraining
    void Save(const Training& training, const std::string& text) const;

  private:
    std::filesystem::path GetPath(const std::string& description) const;

    std::filesystem::path m_folder;
};

} // namespace simulator

#endif // SIMULATOR_TRAINING_STORE_H
