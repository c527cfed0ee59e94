// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/results-directory.h"

#include "nn/input-error.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <regex>
#include <set>
#include <stdexcept>
#include <system_error>

namespace simulator
{

namespace fs = std::filesystem;

namespace
{

const std::set<std::string> fileNames = {"runs.csv",
                                         "samples.csv",
                                         "links.csv",
                                         "nodes.csv",
                                         "failures.csv",
                                         "manifest.json",
                                         "gallery.json",
                                         "report.html"};

/// Whether a run writes files of this name, or all runs together.
bool
IsResultsFile(const std::string& name)
{
    static const std::regex ofRun("run-[1-9][0-9]*-[a-z0-9-]+\\.(pcap|xml)");
    return fileNames.count(name) != 0 || std::regex_match(name, ofRun);
}

/// Whether there is nothing in a directory but what an earlier run wrote.
bool
HoldsResultsOnly(const fs::path& directory)
{
    for (const fs::directory_entry& entry : fs::directory_iterator(directory))
    {
        if (!IsResultsFile(entry.path().filename()) || !entry.is_regular_file())
        {
            return false;
        }
    }
    if (fs::is_empty(directory))
    {
        return true;
    }
    std::ifstream file(directory / "manifest.json");
    const auto manifest = nlohmann::json::parse(file, nullptr, false);
    return manifest.is_object() && manifest.contains("ddnnsim");
}

bool
IsReplaceable(const fs::path& path)
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

} // namespace

ResultsDirectory::ResultsDirectory(const fs::path& path) : m_given(path.string())
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
    if (!IsReplaceable(m_path))
    {
        throw nn::InputError(m_given + ": is there and is not a results directory, expected a new "
                                       "name or an earlier results directory");
    }
    m_temporary = m_path;
    m_temporary += ".partial-" + std::to_string(getpid());
    std::error_code error;
    fs::remove_all(m_temporary, error);
    error.clear();
    if (!fs::create_directories(m_temporary, error) && error)
    {
        throw nn::InputError(m_given + ": cannot make the results directory: " + error.message() +
                             ", expected a place that can be written to");
    }
}

ResultsDirectory::~ResultsDirectory()
{
    std::error_code error;
    if (!m_temporary.empty())
    {
        fs::remove_all(m_temporary, error);
    }
}

void
ResultsDirectory::Write(const std::string& name, const std::vector<std::string>& parts) const
{
    std::ofstream file(m_temporary / name, std::ios::binary);
    for (const std::string& part : parts)
    {
        file << part;
    }
    file.close();
    if (!file)
    {
        throw WriteFailure(m_given + ": " + name + " cannot be written: " + std::strerror(errno));
    }
}

std::string
ResultsDirectory::GetRunPrefix(std::size_t run) const
{
    return m_temporary / ("run-" + std::to_string(run) + "-");
}

const fs::path&
ResultsDirectory::GetFolder() const
{
    return m_temporary;
}

void
ResultsDirectory::Commit()
{
    fs::path old = m_temporary;
    old += "-old";
    std::error_code error;
    const bool replaces = fs::exists(m_path);
    if (!IsReplaceable(m_path))
    {
        throw WriteFailure(m_given + ": has become something that is not a results directory");
    }
    if (replaces)
    {
        fs::rename(m_path, old, error);
    }
    if (!error)
    {
        fs::rename(m_temporary, m_path, error);
    }
    if (error)
    {
        std::error_code ignored;
        fs::rename(old, m_path, ignored);
        throw WriteFailure(m_given + ": cannot be renamed: " + error.message());
    }
    m_temporary.clear();
    fs::remove_all(old, error);
}

} // namespace simulator
