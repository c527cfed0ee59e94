// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/results-directory.h"

#include "nn/input-error.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>
#include <set>
#include <system_error>
#include <vector>

namespace simulator
{

namespace fs = std::filesystem;

namespace
{

const char* const storeName = "study.sqlite";

const std::set<std::string> fileNames = {"runs.csv",
                                         "samples.csv",
                                         "links.csv",
                                         "nodes.csv",
                                         "failures.csv",
                                         "timeline.csv",
                                         "suspicions.csv",
                                         "manifest.json",
                                         "gallery.json",
                                         "report.html"};

/// The files of SQLite: the store, and what was not moved into it yet.
bool
IsStoreFile(const std::string& name)
{
    static const std::regex ofStore("study\\.sqlite(-wal|-shm|-journal)?");
    return std::regex_match(name, ofStore);
}

/// Whether a run writes files of this name, or all runs together. A file that was not finished
/// ends in .partial.
bool
IsResultsFile(const std::string& name)
{
    static const std::regex ofRun("run-[1-9][0-9]*-[a-z0-9-]+\\.(pcap|xml)");
    static const std::regex ending("\\.partial$");
    return fileNames.count(std::regex_replace(name, ending, "")) != 0 ||
           std::regex_match(name, ofRun);
}

/// Whether there is nothing in a directory but what an earlier study wrote.
bool
HoldsResultsOnly(const fs::path& directory)
{
    for (const fs::directory_entry& entry : fs::directory_iterator(directory))
    {
        const std::string name = entry.path().filename();
        if (!(IsResultsFile(name) || IsStoreFile(name)) || !entry.is_regular_file())
        {
            return false;
        }
    }
    if (fs::is_empty(directory) || fs::exists(directory / storeName))
    {
        return true;
    }
    std::ifstream file(directory / "manifest.json");
    const auto manifest = nlohmann::json::parse(file, nullptr, false);
    return manifest.is_object() && manifest.contains("ddnnsim");
}

bool
IsUsable(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (status.type() == fs::file_type::not_found)
    {
        return true;
    }
    try
    {
        return status.type() == fs::file_type::directory && HoldsResultsOnly(path);
    }
    catch (const fs::filesystem_error&)
    {
        return false;
    }
}

/// Results of a version that kept no store.
bool
HoldsOnlyFiles(const fs::path& path)
{
    return fs::exists(path) && !fs::is_empty(path) && !fs::exists(path / storeName);
}

} // namespace

ResultsDirectory::ResultsDirectory(const fs::path& path, Earlier earlier) : m_given(path.string())
{
    if (path.empty())
    {
        throw nn::InputError("the results directory has no name, expected --out DIR");
    }
    m_path = fs::absolute(path).lexically_normal();
    if (m_path.filename().empty())
    {
        m_path = m_path.parent_path(); // behind a last slash
    }
    if (!IsUsable(m_path))
    {
        throw nn::InputError(m_given + ": is there and is not a results directory, expected a new "
                                       "name or an earlier results directory");
    }
    if (earlier == Earlier::Continue && HoldsOnlyFiles(m_path))
    {
        throw nn::InputError(m_given + ": holds results without their " + storeName +
                             ", expected --force to replace them, or another --out DIR");
    }
    std::error_code error;
    m_isToBeRemoved = fs::create_directories(m_path, error);
    if (error)
    {
        throw nn::InputError(m_given + ": cannot make the results directory: " + error.message() +
                             ", expected a place that can be written to");
    }
}

ResultsDirectory::~ResultsDirectory()
{
    std::error_code error;
    if (m_isToBeRemoved)
    {
        fs::remove_all(m_path, error);
    }
}

const std::string&
ResultsDirectory::GetName() const
{
    return m_given;
}

const fs::path&
ResultsDirectory::GetPath() const
{
    return m_path;
}

fs::path
ResultsDirectory::GetStoreFile() const
{
    return m_path / storeName;
}

void
ResultsDirectory::RemoveFiles() const
{
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_path))
    {
        if (IsResultsFile(entry.path().filename()))
        {
            files.push_back(entry.path());
        }
    }
    for (const fs::path& file : files)
    {
        std::error_code error;
        fs::remove(file, error);
    }
}

void
ResultsDirectory::Keep()
{
    m_isToBeRemoved = false;
}

} // namespace simulator
