// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_COMMAND_RUNNER_H
#define TESTS_COMMAND_RUNNER_H

#include <filesystem>
#include <string>
#include <vector>

/// A shipped scenario: six devices, their gateway, and the cloud.
inline const std::string scenarioC = std::string(SCENARIOS_DIR) + "/figure2/c.yaml";

/// What a command left behind.
struct CommandResult
{
    int status = -1; //!< exit status; 128 + signal if it was killed
    std::string output;
    std::string error;
};

/// A folder of its own for one test, removed at its end, in which `ddnnsim` is run.
class CommandRunner
{
  public:
    CommandRunner();
    ~CommandRunner();
    CommandRunner(const CommandRunner&) = delete;
    CommandRunner& operator=(const CommandRunner&) = delete;

    CommandResult Run(const std::vector<std::string>& arguments) const;
    /// \param shell text behind the command, for the shell: redirections, limits
    CommandResult RunInShell(const std::string& shell) const;
    const std::filesystem::path& GetFolder() const;
    std::filesystem::path Write(const std::string& name, const std::string& text) const;
    /// Names in the folder, sorted.
    std::vector<std::string> List() const;

  private:
    std::filesystem::path m_folder;
};

std::string ReadText(const std::filesystem::path& path);

/// Lines of a csv file as cells; no cell of ours contains a comma.
std::vector<std::vector<std::string>> ReadCsv(const std::filesystem::path& path);

/// Cells of one column, without its head.
std::vector<std::string> GetColumn(const std::vector<std::vector<std::string>>& table,
                                   const std::string& name);

#endif // TESTS_COMMAND_RUNNER_H
