// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/short-names.h"

#include <algorithm>

namespace analysis
{

namespace
{

bool
EndsWith(const std::string& text, const std::string& end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// Whether the part of `path` from `begin` on is the end of no other path.
bool
IsUnique(const std::set<std::string>& paths, const std::string& path, std::size_t begin)
{
    const std::string end = "." + path.substr(begin);
    return std::none_of(paths.begin(), paths.end(), [&](const std::string& other) {
        return other != path && EndsWith("." + other, end);
    });
}

std::string
Shorten(const std::set<std::string>& paths, const std::string& path)
{
    std::size_t begin = path.size();
    while (begin > 0)
    {
        const std::size_t dot = begin < 2 ? std::string::npos : path.rfind('.', begin - 2);
        begin = dot == std::string::npos ? 0 : dot + 1;
        const bool isNumber = path.find_first_of("0123456789", begin) == begin;
        if (!isNumber && IsUnique(paths, path, begin))
        {
            break;
        }
    }
    return path.substr(begin);
}

/// How much of a text is a folder or a site, with its slash.
std::size_t
GetFolderSize(const std::string& text)
{
    const std::size_t slash = text.rfind('/');
    return slash == std::string::npos ? 0 : slash + 1;
}

} // namespace

std::map<std::string, std::string>
ShortenPaths(const std::set<std::string>& paths)
{
    std::map<std::string, std::string> names;
    for (const std::string& path : paths)
    {
        names[path] = Shorten(paths, path);
    }
    return names;
}

std::map<std::string, std::string>
ShortenValues(const std::set<std::string>& values)
{
    const std::string folder =
        values.empty() ? "" : values.begin()->substr(0, GetFolderSize(*values.begin()));
    const bool isShared = std::all_of(values.begin(), values.end(), [&](const std::string& value) {
        return value.substr(0, GetFolderSize(value)) == folder;
    });
    std::map<std::string, std::string> names;
    for (const std::string& value : values)
    {
        names[value] = isShared ? value.substr(folder.size()) : value;
    }
    return names;
}

std::string
RemoveSite(const std::string& name)
{
    return name.substr(GetFolderSize(name));
}

ShortNames::ShortNames(const std::map<std::string, std::set<std::string>>& values)
{
    std::set<std::string> paths;
    for (const auto& [path, all] : values)
    {
        paths.insert(path);
        m_values[path] = ShortenValues(all);
    }
    m_paths = ShortenPaths(paths);
}

std::string
ShortNames::Describe(const std::vector<std::pair<std::string, std::string>>& settings) const
{
    std::string text;
    for (const auto& [path, value] : settings)
    {
        text += (text.empty() ? "" : ", ") + m_paths.at(path) + " " + m_values.at(path).at(value);
    }
    return text;
}

} // namespace analysis
