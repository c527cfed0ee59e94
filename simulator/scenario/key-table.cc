// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-table.h"

#include <algorithm>
#include <utility>

namespace simulator
{

namespace
{

std::string
GetPrefix(const std::string& path)
{
    return path.empty() ? "" : path + ".";
}

std::vector<std::string>
Split(const std::string& path)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', begin))
    {
        parts.push_back(path.substr(begin, dot - begin));
        begin = dot + 1;
    }
    parts.push_back(path.substr(begin));
    return parts;
}

/// Adds the first part of a path behind a prefix, if the path has that prefix.
void
AddChild(std::vector<std::string>& children, const std::string& prefix, const std::string& path)
{
    if (path.rfind(prefix, 0) != 0)
    {
        return;
    }
    const std::string child = Split(path.substr(prefix.size())).front();
    if (std::find(children.begin(), children.end(), child) == children.end())
    {
        children.push_back(child);
    }
}

/// Lines that open the maps of a path which the path before it had not open.
std::string
OpenMaps(const std::vector<std::string>& before, const std::vector<std::string>& parts)
{
    std::size_t level = 0;
    while (level + 1 < std::min(before.size(), parts.size()) && before[level] == parts[level])
    {
        ++level;
    }
    std::string text;
    for (; level + 1 < parts.size(); ++level)
    {
        text += std::string(2 * level, ' ') + parts[level] + ":\n";
    }
    return text;
}

} // namespace

std::string
JoinPath(const std::string& parent, const std::string& child)
{
    return GetPrefix(parent) + child;
}

void
KeyTable::Add(Key key)
{
    if (!Find(key.path))
    {
        m_keys.push_back(std::move(key));
    }
}

void
KeyTable::AddGroup(const std::string& path)
{
    m_groups.push_back(path);
}

const std::vector<Key>&
KeyTable::GetKeys() const&
{
    return m_keys;
}

const Key*
KeyTable::Find(const std::string& path) const
{
    const auto key = std::find_if(
        m_keys.begin(), m_keys.end(), [&path](const Key& other) { return other.path == path; });
    return key == m_keys.end() ? nullptr : &*key;
}

bool
KeyTable::IsGroup(const std::string& path) const
{
    return !GetChildren(path).empty() ||
           std::find(m_groups.begin(), m_groups.end(), path) != m_groups.end();
}

std::vector<std::string>
KeyTable::GetChildren(const std::string& path) const
{
    std::vector<std::string> children;
    for (const Key& key : m_keys)
    {
        AddChild(children, GetPrefix(path), key.path);
    }
    for (const std::string& group : m_groups)
    {
        AddChild(children, GetPrefix(path), group);
    }
    return children;
}

std::string
KeyTable::Format() const
{
    std::string text;
    std::vector<std::string> before;
    for (const Key& key : m_keys)
    {
        const std::string value = key.write ? key.write() : "";
        if (value.empty())
        {
            continue;
        }
        const std::vector<std::string> parts = Split(key.path);
        text += OpenMaps(before, parts);
        text += std::string(2 * (parts.size() - 1), ' ') + parts.back() + ": " + value + "\n";
        before = parts;
    }
    return text;
}

} // namespace simulator
