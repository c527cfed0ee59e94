// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/outputs/output-file.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace simulator
{

void
RefuseFile(const std::filesystem::path& path)
{
    const std::string reason = std::strerror(errno);
    throw std::runtime_error(path.filename().string() + " cannot be written: " + reason);
}

OutputFile::OutputFile(const std::string& path) : m_path(path), m_stream(m_path)
{
    if (!m_stream)
    {
        RefuseFile(m_path);
    }
}

std::ostream&
OutputFile::GetStream()
{
    return m_stream;
}

void
OutputFile::Close()
{
    m_stream.close();
    if (!m_stream)
    {
        RefuseFile(m_path);
    }
}

} // namespace simulator
