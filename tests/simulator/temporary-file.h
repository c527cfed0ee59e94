// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_SIMULATOR_TEMPORARY_FILE_H
#define TESTS_SIMULATOR_TEMPORARY_FILE_H

#include <string>

/// A file in a folder of its own, removed at the end.
class TemporaryFile
{
  public:
    TemporaryFile(const std::string& name, const std::string& text);
    ~TemporaryFile();

    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void Write(const std::string& text) const;

    std::string GetPath() const;
    const std::string& GetFolder() const;

    /// A message without the folder: the same wherever the test runs.
    std::string Strip(const std::string& message) const;

  private:
    std::string m_folder;
    std::string m_name;
};

#endif // TESTS_SIMULATOR_TEMPORARY_FILE_H
