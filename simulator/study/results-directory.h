// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RESULTS_DIRECTORY_H
#define SIMULATOR_RESULTS_DIRECTORY_H

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace simulator
{

/// Results could not be written: disk full, or the like.
class WriteFailure : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A results directory in the making: a temporary one beside it, renamed when everything is in it.
/// A directory of earlier results is replaced then; until then nothing of it is touched. A
/// directory with anything else in it is never replaced.
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

    /// \param parts written one after the other
    /// \throw WriteFailure if it could not be written to its last byte
    void Write(const std::string& name, const std::vector<std::string>& parts) const;
    /// What the paths of a run's own files begin with: such files end in .pcap or .xml.
    /// \param run from 1
    std::string GetRunPrefix(std::size_t run) const;
    /// Where the files are until they are committed.
    const std::filesystem::path& GetFolder() const;
    /// \throw WriteFailure; earlier results are there as before then
    void Commit();

  private:
    std::string m_given; //!< the path as the user wrote it
    std::filesystem::path m_path;
    std::filesystem::path m_temporary;
};

} // namespace simulator

#endif // SIMULATOR_RESULTS_DIRECTORY_H
