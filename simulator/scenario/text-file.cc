// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/text-file.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace simulator
{

namespace
{

using nn::InputError;

/// At least a byte more than the maximum, if there is more.
std::string
Read(const std::string& path, std::size_t maximumSize)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
    {
        throw InputError(path + ": is a directory, expected a file");
    }
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
    {
        throw InputError(path + ": cannot be read: " + std::generic_category().message(errno));
    }
    std::string text;
    std::array<char, 4096> block{};
    while (text.size() <= maximumSize && stream.read(block.data(), block.size()).gcount() > 0)
    {
        text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad())
    {
        throw InputError(path + ": cannot be read");
    }
    return text;
}

/// Line and column, from 1, of a byte offset.
std::string
LocateOffset(const std::string& text, std::size_t offset)
{
    const std::string before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineBegin = before.rfind('\n');
    const std::size_t column = lineBegin == std::string::npos ? offset + 1 : offset - lineBegin;
    return std::to_string(line) + ":" + std::to_string(column);
}

void
CheckCharacters(const std::string& path, const std::string& text)
{
    if (const auto offset = FindBadCharacter(text))
    {
        throw InputError(path + ":" + LocateOffset(text, *offset) +
                         ": a character that is a control character or not UTF-8");
    }
}

} // namespace

std::string
ReadTextFile(const std::string& path, std::size_t mebibytes, const std::string& expected)
{
    const std::size_t maximumSize = mebibytes << 20;
    std::string text = Read(path, maximumSize);
    if (text.size() > maximumSize)
    {
        throw InputError(path + ": is larger than " + std::to_string(mebibytes) +
                         " MiB, expected " + expected);
    }
    CheckCharacters(path, text);
    return text;
}

} // namespace simulator
