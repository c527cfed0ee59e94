// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/results-directory.h"

#include "nn/input-error.h"

#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <system_error>

namespace simulator
{

namespace fs = std::filesystem;

namespace
{

/// Every results directory has one; nothing else of ours has.
const char* const mark = "manifest.json";

void
CheckReplaceable(const fs::path& path, const std::string& given)
{
    std::error_code error;
    if (!fs::exists(path, error))
    {
        return;
    }
    const bool isOurs = fs::is_directory(path, error) &&
                        (fs::is_empty(path, error) || fs::exists(path / mark, error));
    if (!isOurs)
    {
        throw nn::InputError(given + ": is there and is not a results directory, "
                                     "expected a new name or an earlier results directory");
    }
}

} // namespace

ResultsDirectory::ResultsDirectory(const fs::path& path)
    : m_path(fs::absolute(path).lexically_normal())
{
    if (m_path.filename().empty())
    {
        m_path = m_path.parent_path(); // behind a last slash
    }
    CheckReplaceable(m_path, path.string());
    m_temporary = m_path;
    m_temporary += ".partial-" + std::to_string(getpid());
    std::error_code error;
    fs::remove_all(m_temporary, error);
    error.clear();
    if (!fs::create_directories(m_temporary, error) && error)
    {
        throw nn::InputError(path.string() + ": cannot make the results directory: " +
                             error.message() + ", expected a place that can be written to");
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
ResultsDirectory::Write(const std::string& name, const std::string& content) const
{
    std::ofstream file(m_temporary / name, std::ios::binary);
    file << content;
    file.close();
    if (!file)
    {
        throw std::runtime_error((m_temporary / name).string() +
                                 ": cannot be written (disk full?)");
    }
}

void
ResultsDirectory::Commit()
{
    fs::path old = m_temporary;
    old += "-old";
    const bool replaces = fs::exists(m_path);
    if (replaces)
    {
        fs::rename(m_path, old);
    }
    fs::rename(m_temporary, m_path);
    m_temporary.clear();
    if (replaces)
    {
        std::error_code ignored;
        fs::remove_all(old, ignored);
    }
}

} // namespace simulator
