// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/reproduce/whole-file.h"

#include "nn/input-error.h"

#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <system_error>

namespace simulator
{

namespace fs = std::filesystem;

void
WriteWholeFile(const fs::path& path, const std::string& content)
{
    fs::path partial = path;
    partial += ".partial-" + std::to_string(getpid());
    std::ofstream file(partial, std::ios::binary);
    file << content;
    file.close();
    std::error_code error;
    if (file)
    {
        fs::rename(partial, path, error);
    }
    if (!file || error)
    {
        fs::remove(partial, error);
        throw std::runtime_error(path.string() + ": cannot be written (disk full?)");
    }
}

void
MakeFolder(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
    {
        throw nn::InputError(path.string() + ": cannot make this folder: " + error.message() +
                             ", expected a place that can be written to");
    }
}

} // namespace simulator
