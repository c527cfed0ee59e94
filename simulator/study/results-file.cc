// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/results-file.h"

#include <cerrno>
#include <cstring>
#include <system_error>

namespace simulator
{

ResultsFile::ResultsFile(const ResultsDirectory& directory, const std::string& name)
    : m_name(name),
      m_directory(directory.GetName()),
      m_path(directory.GetPath() / name),
      m_partial(m_path.string() + ".partial"),
      m_stream(m_partial, std::ios::binary)
{
    if (!m_stream)
    {
        Fail(errno);
    }
}

ResultsFile::~ResultsFile()
{
    std::error_code error;
    if (!m_partial.empty())
    {
        std::filesystem::remove(m_partial, error);
    }
}

std::ostream&
ResultsFile::GetStream()
{
    return m_stream;
}

void
ResultsFile::Close()
{
    m_stream.close();
    if (!m_stream)
    {
        Fail(errno);
    }
}

void
ResultsFile::Commit()
{
    std::error_code error;
    std::filesystem::rename(m_partial, m_path, error);
    if (error)
    {
        Fail(error.value());
    }
    m_partial.clear();
}

void
ResultsFile::Fail(int error) const
{
    throw WriteFailure(m_directory + ": " + m_name + " cannot be written: " + std::strerror(error));
}

} // namespace simulator
