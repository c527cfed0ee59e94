// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-table.h"

#include "simulator/scenario/text.h"

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

/// Adds the first part of a path behind a prefix, if the path has that prefix.
void
AddChild(std::vector<std::string>& children, const std::string& prefix, const std::string& path)
{
    if (path.rfind(prefix, 0) != 0)
    {
        return;
    }
    const std::string child = SplitText(path.substr(prefix.size()), '.').front();
    if (std::find(children.begin(), children.end(), child) == children.end())
    {
        children.push_back(child);
    }
}

} // namespace

Key
MakeRequired(Key key)
{
    key.defaultText.reset();
    return key;
}

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

void
KeyTable::AddList(const std::string& path)
{
    if (!IsList(path))
    {
        m_lists.push_back(path);
    }
}

bool
KeyTable::IsList(const std::string& path) const
{
    return std::find(m_lists.begin(), m_lists.end(), path) != m_lists.end();
}

std::string
KeyTable::GetRecordPath(const std::string& list, std::size_t index)
{
    return JoinPath(list, std::to_string(index + 1));
}

std::string
KeyTable::GetAnyRecordPath(const std::string& list)
{
    return JoinPath(list, "<number>");
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
    for (const std::string& list : m_lists)
    {
        AddChild(children, GetPrefix(path), list);
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
        const std::vector<std::string> parts = SplitText(key.path, '.');
        text += FormatEntry(before, parts, value);
        before = parts;
    }
    return text;
}

/// The lines that open the maps and the record of a path which the path before it had not opened,
/// and the line of its key.
std::string
KeyTable::FormatEntry(const std::vector<std::string>& before,
                      const std::vector<std::string>& parts,
                      const std::string& value) const
{
    std::string text;
    std::string path;
    std::string bullet; // "- " is a part of the indent of the first line of a record
    bool open = true;   // by the path before
    for (std::size_t level = 0; level < parts.size(); ++level)
    {
        const bool last = level + 1 == parts.size();
        open = open && !last && level + 1 < before.size() && before[level] == parts[level];
        const bool record = IsList(path);
        path = JoinPath(path, parts[level]);
        if (!open && record)
        {
            bullet = "- ";
        }
        else if (!open)
        {
            text += std::string(2 * level - bullet.size(), ' ') + bullet + parts[level] + ":" +
                    (last ? " " + value : "") + "\n";
            bullet.clear();
        }
    }
    return text;
}

} // namespace simulator
