// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_OUTPUT_FILE_H
#define SIMULATOR_OUTPUT_FILE_H

#include <filesystem>
#include <fstream>
#include <string>

namespace simulator
{

/// For the file at a path, because of the latest system error. \throw std::runtime_error always
[[noreturn]] void RefuseFile(const std::filesystem::path& path);

/// A text that an output writes.
class OutputFile
{
  public:
    /// \throw std::runtime_error if it cannot be made
    explicit OutputFile(const std::string& path);

    std::ostream& GetStream();
    /// \throw std::runtime_error if it was not written to its last byte
    void Close();

  private:
    std::filesystem::path m_path;
    std::ofstream m_stream;
};

} // namespace simulator

#endif // SIMULATOR_OUTPUT_FILE_H
