// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RESULTS_DIRECTORY_H
#define SIMULATOR_RESULTS_DIRECTORY_H

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace simulator
{

/// Results could not be written: disk full, or the like.
class WriteFailure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The directory of a study: its store, and the files that are made from it. A directory with
/// anything else in it is never touched.
class ResultsDirectory
{
  public:
    /// What to do with the results of an earlier study.
    enum class Earlier
    {
        Continue, //!< it is the same study: its store knows
        Replace
    };

    /// Makes the directory if it is not there.
    /// \throw nn::InputError if it cannot be made, if there is something at `path` that is not a
    /// results directory, or results without a store that are not to be replaced
    ResultsDirectory(const std::filesystem::path& path, Earlier earlier);
    /// Removes a directory that it made, unless Keep was called.
    ~ResultsDirectory();
    ResultsDirectory(const ResultsDirectory&) = delete;
    ResultsDirectory& operator=(const ResultsDirectory&) = delete;

    /// As the user gave it.
    const std::string& GetName() const;
    const std::filesystem::path& GetPath() const;
    std::filesystem::path GetStoreFile() const;

    /// Removes all results but the store.
    void RemoveFiles() const;
    /// There is something in it that is worth keeping.
    void Keep();

  private:
    std::string m_given; //!< the path as the user wrote it
    std::filesystem::path m_path;
    bool m_isToBeRemoved = false;
};

} // namespace simulator

#endif // SIMULATOR_RESULTS_DIRECTORY_H
