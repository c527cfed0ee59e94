// SPDX-License-Identifier: GPL-2.0-only
#include "command-runner.h"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace
{

std::string
Quote(const std::string& word)
{
    std::string quoted = "'";
    for (char c : word)
    {
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return quoted + "'";
}

fs::path
MakeFolder()
{
    std::string pattern = (fs::temp_directory_path() / "ddnnsim-test-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
    {
        throw std::runtime_error("cannot make a folder for the test");
    }
    return pattern;
}

} // namespace

CommandRunner::CommandRunner() : m_folder(MakeFolder()) {}

CommandRunner::~CommandRunner()
{
    std::error_code ignored;
    fs::permissions(m_folder, fs::perms::owner_all, fs::perm_options::add, ignored);
    fs::remove_all(m_folder, ignored);
}

CommandResult
CommandRunner::Run(const std::vector<std::string>& arguments) const
{
    std::string shell;
    for (const std::string& argument : arguments)
    {
        shell += " " + Quote(argument);
    }
    return RunInShell(shell);
}

CommandResult
CommandRunner::RunInShell(const std::string& shell) const
{
    // Output goes beside the folder, so that it does not show in List().
    const std::string output = m_folder.string() + ".out";
    const std::string error = m_folder.string() + ".err";
    // A shell ignores SIGINT for what it starts in the background, and so may the caller of the
    // tests; the command would leave it ignored.
    const std::string line = "cd " + Quote(m_folder) + " && env --default-signal=INT,TERM,HUP " +
                             Quote(DDNNSIM_COMMAND) + shell + " >" + Quote(output) + " 2>" +
                             Quote(error) + " </dev/null";
    const int status = std::system(line.c_str());
    CommandResult result;
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.output = ReadText(output);
    result.error = ReadText(error);
    fs::remove(output);
    fs::remove(error);
    return result;
}

const fs::path&
CommandRunner::GetFolder() const
{
    return m_folder;
}

fs::path
CommandRunner::Write(const std::string& name, const std::string& text) const
{
    fs::path path = m_folder / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::vector<std::string>
CommandRunner::List() const
{
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder))
    {
        names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string
ReadText(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::vector<std::string>>
ReadCsv(const fs::path& path)
{
    std::ifstream file(path);
    std::vector<std::vector<std::string>> table;
    for (std::string line; std::getline(file, line);)
    {
        std::vector<std::string> cells(1);
        for (char c : line)
        {
            if (c == ',')
            {
                cells.emplace_back();
            }
            else
            {
                cells.back() += c;
            }
        }
        table.push_back(cells);
    }
    return table;
}

std::vector<std::string>
GetColumn(const std::vector<std::vector<std::string>>& table, const std::string& name)
{
    const auto& head = table.at(0);
    const auto found = std::find(head.begin(), head.end(), name);
    if (found == head.end())
    {
        throw std::runtime_error("no column " + name);
    }
    std::vector<std::string> column;
    for (std::size_t row = 1; row < table.size(); ++row)
    {
        column.push_back(table[row].at(found - head.begin()));
    }
    return column;
}
