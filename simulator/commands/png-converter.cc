// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/png-converter.h"

#include "nn/input-error.h"
#include "simulator/scenario/wait-for-child.h"

#include <spawn.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace simulator
{

namespace
{

namespace fs = std::filesystem;

/// Starts a program without a shell, so that no text is anything but a word, and waits for its end.
/// \return whether it says that it did what it should
bool
RunProgram(const fs::path& program, std::vector<std::string> words)
{
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words)
    {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = -1;
    if (posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
    {
        return false;
    }
    return WaitForChild(child);
}

} // namespace

PngConverter::PngConverter(fs::path program) : m_program(std::move(program)) {}

std::optional<PngConverter>
PngConverter::Find()
{
    const char* const path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');)
    {
        const fs::path program = fs::path(folder) / "rsvg-convert";
        std::error_code ignored;
        if (fs::is_regular_file(program, ignored) && access(program.c_str(), X_OK) == 0)
        {
            return PngConverter(program);
        }
    }
    return std::nullopt;
}

void
PngConverter::Convert(const fs::path& svg, const fs::path& png) const
{
    fs::path temporary = png;
    temporary += ".partial-" + std::to_string(getpid());
    // Absolute: a name that begins with a dash is no option.
    const bool isDone = RunProgram(m_program,
                                   {"rsvg-convert",
                                    "--format=png",
                                    "--zoom=2",
                                    "--background-color=white",
                                    "--output=" + fs::absolute(temporary).string(),
                                    fs::absolute(svg).string()});
    std::error_code error;
    if (isDone)
    {
        fs::rename(temporary, png, error);
    }
    if (!isDone || error)
    {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw nn::InputError(png.string() + ": cannot be made of the SVG file beside it by " +
                             m_program.string());
    }
}

} // namespace simulator
