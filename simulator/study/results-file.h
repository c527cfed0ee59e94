// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RESULTS_FILE_H
#define SIMULATOR_RESULTS_FILE_H

#include "simulator/study/results-directory.h"

#include <fstream>
#include <string>

namespace simulator
{

/// A file of a results directory in the making: under another name until it is committed, so that a
/// file that is there is whole.
class ResultsFile
{
  public:
    /// \throw WriteFailure
    ResultsFile(const ResultsDirectory& directory, const std::string& name);
    /// Removes it if it was not committed.
    ~ResultsFile();
    ResultsFile(const ResultsFile&) = delete;
    ResultsFile& operator=(const ResultsFile&) = delete;

    std::ostream& GetStream();
    /// Nothing is written after this. \throw WriteFailure if it did not get to the disk to the last
    /// byte
    void Close();
    /// Gives the file its name, in place of an earlier one. \throw WriteFailure
    void Commit();

  private:
    [[noreturn]] void Fail(int error) const;

    std::string m_name;
    std::string m_directory; //!< for messages
    std::filesystem::path m_path;
    std::filesystem::path m_partial;
    std::ofstream m_stream;
};

} // namespace simulator

#endif // SIMULATOR_RESULTS_FILE_H
