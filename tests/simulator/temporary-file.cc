// SPDX-License-Identifier: GPL-2.0-only
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace
{

std::string
MakeFolder()
{
    std::string pattern = ::testing::TempDir() + "ddnnsim-XXXXXX";
    if (!mkdtemp(pattern.data()))
    {
        throw std::runtime_error("cannot make " + pattern);
    }
    return pattern;
}

} // namespace

TemporaryFile::TemporaryFile(const std::string& name, const std::string& text)
    : m_folder(MakeFolder()), m_name(name)
{
    Write(text);
}

TemporaryFile::~TemporaryFile()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void
TemporaryFile::Write(const std::string& text) const
{
    std::ofstream(GetPath(), std::ios::binary) << text;
}

std::string
TemporaryFile::GetPath() const
{
    return m_folder + "/" + m_name;
}

const std::string&
TemporaryFile::GetFolder() const
{
    return m_folder;
}

std::string
TemporaryFile::Strip(const std::string& message) const
{
    std::string stripped = message;
    for (std::size_t place = stripped.find(m_folder + "/"); place != std::string::npos;
         place = stripped.find(m_folder + "/"))
    {
        stripped.erase(place, m_folder.size() + 1);
    }
    return stripped;
}
