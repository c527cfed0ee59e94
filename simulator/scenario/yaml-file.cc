// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/yaml-file.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"
#include "simulator/scenario/yaml-documents.h"

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

constexpr std::size_t maximumSize = std::size_t{1} << 20;

std::string
ReadText(const std::string& path)
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
    if (text.size() > maximumSize)
    {
        throw InputError(path + ": is larger than 1 MiB, expected a file written by hand");
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

/// \throw YAML::Exception if the text is not YAML
YAML::Node
ParseText(const ValueSource& source, const std::string& text)
{
    const std::vector<YAML::Mark> documents = FindDocuments(text);
    if (documents.empty())
    {
        throw InputError(source.name + ": is empty, expected keys and values");
    }
    const YAML::Node root = YAML::Load(text);
    if (!root.IsMap())
    {
        throw InputError(source.Locate(root.Mark()) +
                         ": expected keys and values, such as 'name: example'");
    }
    if (documents.size() > 1)
    {
        throw InputError(source.Locate(documents[1]) +
                         ": a second document, expected one document in a file");
    }
    return root;
}

} // namespace

std::string
GetStem(const std::string& path)
{
    return std::filesystem::path(path).stem().string();
}

YamlFile
ReadYamlFile(const std::string& path)
{
    YamlFile file;
    file.source = {path, std::filesystem::path(path).parent_path().string(), true};
    const std::string text = ReadText(path);
    CheckCharacters(path, text);
    try
    {
        file.root = ParseText(file.source, text);
    }
    catch (const YAML::Exception& error)
    {
        throw InputError(file.source.Locate(error.mark) + ": not YAML: " + error.msg);
    }
    return file;
}

} // namespace simulator
