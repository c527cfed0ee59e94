// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_INPUT_HASHES_H
#define SIMULATOR_INPUT_HASHES_H

#include "nn/data/multi-view-data-set.h"
#include "simulator/scenario/scenario.h"

#include <map>
#include <memory>
#include <string>

namespace simulator
{

/// Hashes of what scenarios are made from. Each file and each data set is hashed once: the
/// scenarios of a study share them.
class InputHashes
{
  public:
    /// Of the content of a file. \throw nn::InputError if it cannot be read any more
    const std::string& OfFile(const std::string& path);
    /// Of the test split.
    const std::string& OfDataSet(const std::shared_ptr<const nn::MultiViewDataSet>& dataset);
    /// Of the files that a scenario names, by path of the key. The data set is none of them: it may
    /// be built in, and of a file only the test split matters.
    /// \throw nn::InputError
    std::map<std::string, std::string> OfFiles(const Scenario& scenario);

  private:
    std::map<std::string, std::string> m_files; //!< by path
    std::map<std::shared_ptr<const nn::MultiViewDataSet>, std::string> m_datasets;
};

} // namespace simulator

#endif // SIMULATOR_INPUT_HASHES_H
