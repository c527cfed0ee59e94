// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RESULTS_DIRECTORY_H
#define SIMULATOR_RESULTS_DIRECTORY_H

#include <filesystem>
#include <string>

namespace simulator
{

/// A results directory in the making: a temporary one beside it, renamed when everything is in it.
/// A directory of earlier results is replaced then; until then nothing of it is touched.
class ResultsDirectory
{
  public:
    /// \throw nn::InputError if the directory cannot be made, or if there is something at `path`
    /// that is not a results directory
    explicit ResultsDirectory(const std::filesystem::path& path);
    /// Removes the temporary directory if it was not committed.
    ~ResultsDirectory();
    ResultsDirectory(const ResultsDirectory&) = delete;
    ResultsDirectory& operator=(const ResultsDirectory&) = delete;

    /// \throw std::runtime_error if it could not be written to its last byte (disk full)
    void Write(const std::string& name, const std::string& content) const;
    void Commit();

  private:
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
};

} // namespace simulator

#endif // SIMULATOR_RESULTS_DIRECTORY_H
