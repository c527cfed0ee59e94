// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/yaml-file.h"

#include "nn/input-error.h"
#include "simulator/scenario/text-file.h"
#include "simulator/scenario/yaml-documents.h"

#include <filesystem>

namespace simulator
{

namespace
{

using nn::InputError;

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

YAML::Node
ReadYamlText(const ValueSource& source, const std::string& text)
{
    try
    {
        return ParseText(source, text);
    }
    catch (const YAML::Exception& error)
    {
        throw InputError(source.Locate(error.mark) + ": not YAML: " + error.msg);
    }
}

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
    file.root = ReadYamlText(file.source, ReadTextFile(path, 1, "a file written by hand"));
    return file;
}

} // namespace simulator
