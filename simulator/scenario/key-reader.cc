// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-reader.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <set>

namespace simulator
{

namespace
{

using nn::InputError;

/// What a map has by a name, or a list by a number from 1; undefined if there is nothing.
YAML::Node
FindChild(const YAML::Node& node, const std::string& name)
{
    std::size_t number = 0;
    for (const auto& entry : node) // of a scalar: none
    {
        ++number;
        if (node.IsSequence() && name == std::to_string(number))
        {
            return entry;
        }
        if (node.IsMap() && entry.first.IsScalar() && entry.first.Scalar() == name)
        {
            return entry.second;
        }
    }
    return YAML::Node(YAML::NodeType::Undefined);
}

/// Node at a dotted path; undefined if there is none.
YAML::Node
FindNode(const YAML::Node& node, const std::string& path)
{
    const std::size_t dot = path.find('.');
    const YAML::Node child = FindChild(node, path.substr(0, dot));
    return dot == std::string::npos || !child.IsDefined() ? child
                                                          : FindNode(child, path.substr(dot + 1));
}

/// The map that a key would stand in, or the nearest one around it that there is.
YAML::Node
FindParent(const YAML::Node& root, const std::string& path)
{
    for (std::size_t dot = path.rfind('.'); dot != std::string::npos && dot > 0;
         dot = path.rfind('.', dot - 1))
    {
        const YAML::Node parent = FindNode(root, path.substr(0, dot));
        if (parent.IsDefined() && parent.IsMap())
        {
            return parent;
        }
    }
    return root;
}

void
CheckDuplicate(std::set<std::string>& names, const YAML::Node& key, const ValueSource& source)
{
    if (key.IsScalar() && !names.insert(key.Scalar()).second)
    {
        throw InputError(source.Locate(key.Mark()) + ": duplicate key " + Quote(key.Scalar()));
    }
}

std::vector<GivenName>
FindNamesInFile(const YamlFile& file, const std::string& group)
{
    std::vector<GivenName> names;
    const YAML::Node node = FindNode(file.root, group);
    if (node.IsDefined() && !node.IsMap())
    {
        Value(node, file.source, group, "").Refuse("expected a map by name");
    }
    for (const auto& entry : node)
    {
        names.push_back({entry.first.IsScalar() ? entry.first.Scalar() : "",
                         file.source.Locate(entry.first.Mark())});
    }
    return names;
}

std::vector<std::string>
GetPaths(const KeyTable& table)
{
    std::vector<std::string> paths;
    for (const Key& key : table.GetKeys())
    {
        paths.push_back(key.path);
    }
    return paths;
}

} // namespace

KeyReader::KeyReader(const KeyTable& table) : m_table(table) {}

void
KeyReader::ReadFile(const YamlFile& file)
{
    m_source = file.source;
    ReadMap(file.root, "");
}

void
KeyReader::ReadSetting(const Setting& setting)
{
    m_source = setting.source;
    const Key* const key = m_table.Find(setting.path);
    if (!key)
    {
        RefuseUnknownSetting(setting);
    }
    ReadValue(*setting.value, *key);
}

void
KeyReader::CheckRequired(const YamlFile& file) const
{
    for (const Key& key : m_table.GetKeys())
    {
        if (!key.defaultText && m_places.count(key.path) == 0)
        {
            throw InputError(file.source.Locate(FindParent(file.root, key.path).Mark()) +
                             ": missing key '" + key.path + "', expected " + key.type.expected);
        }
    }
}

const std::map<std::string, std::string>&
KeyReader::GetPlaces() const
{
    return m_places;
}

void
KeyReader::ReadMap(const YAML::Node& map, const std::string& path)
{
    std::set<std::string> names;
    for (const auto& entry : map)
    {
        CheckDuplicate(names, entry.first, m_source);
        ReadEntry(entry.first, entry.second, path);
    }
}

// The recursion ends where the table does, however deep or cyclic the file is.
void
KeyReader::ReadEntry(const YAML::Node& key, const YAML::Node& value, const std::string& parent)
{
    const std::string name = key.IsScalar() ? key.Scalar() : "";
    const std::string path = JoinPath(parent, name);
    const bool single = !name.empty() && name.find('.') == std::string::npos;
    const Key* const row = single ? m_table.Find(path) : nullptr;
    const bool group = single && m_table.IsGroup(path);
    if (single && m_table.IsList(path))
    {
        ReadList(value, path);
    }
    else if (group && value.IsMap())
    {
        ReadMap(value, path);
    }
    else if (row && !value.IsNull())
    {
        ReadValue(value, *row);
    }
    else if (row)
    {
        // Nothing has no place of its own: the mark of such a node is that of the next token.
        throw InputError(m_source.Locate(key.Mark()) + ": " + path + ": found no value, expected " +
                         row->type.expected);
    }
    else if (group)
    {
        RefuseNoMap(value, path);
    }
    else
    {
        RefuseUnknown(key, name, parent);
    }
}

// Its records are in the table: CountRecords.
void
KeyReader::ReadList(const YAML::Node& list, const std::string& path)
{
    std::size_t index = 0;
    for (const YAML::Node& record : list)
    {
        const std::string recordPath = KeyTable::GetRecordPath(path, index++);
        if (!record.IsMap())
        {
            RefuseNoMap(record, recordPath);
        }
        ReadMap(record, recordPath);
    }
}

void
KeyReader::ReadValue(const YAML::Node& node, const Key& key)
{
    key.read(Value(node, m_source, key.path, key.type.expected));
    m_places[key.path] = m_source.Locate(node.Mark());
}

void
KeyReader::RefuseNoMap(const YAML::Node& node, const std::string& path) const
{
    const std::string keys = JoinAlternatives(m_table.GetChildren(path));
    Value(node, m_source, path, "").Refuse("expected a map with keys such as " + keys);
}

void
KeyReader::RefuseUnknown(const YAML::Node& key,
                         const std::string& name,
                         const std::string& parent) const
{
    const std::string where = m_source.Locate(key.Mark()) + ": ";
    if (name.empty())
    {
        throw InputError(where + "a key that is not a word");
    }
    const std::vector<std::string> known = m_table.GetChildren(parent);
    const std::string hint = Suggest(name, known);
    throw InputError(where + "unknown key " + Quote(name) +
                     (hint.empty() ? ", expected " + JoinAlternatives(known) : hint));
}

void
KeyReader::RefuseUnknownSetting(const Setting& setting) const
{
    const std::string& path = setting.path;
    const std::string where = setting.pathPlace + ": ";
    if (m_table.IsGroup(path))
    {
        const std::vector<std::string> children = m_table.GetChildren(path);
        throw InputError(where + "'" + path + "' is a group of keys, expected one of them: " +
                         (children.empty() ? path + ".NAME" : JoinAlternatives(children)));
    }
    const std::string hint = Suggest(path, GetPaths(m_table));
    throw InputError(where + "unknown key " + Quote(path) +
                     (hint.empty() ? ", 'ddnnsim list keys' shows all" : hint));
}

std::vector<GivenName>
FindNames(const YamlFile& file, const Settings& settings, const std::string& group)
{
    std::vector<GivenName> names = FindNamesInFile(file, group);
    for (const Setting& setting : settings)
    {
        const std::size_t begin = group.size() + 1;
        const std::size_t end = setting.path.find('.', begin);
        if (setting.path.rfind(group + ".", 0) == 0 && end != std::string::npos)
        {
            names.push_back({setting.path.substr(begin, end - begin), setting.pathPlace});
        }
    }
    return names;
}

std::vector<GivenName>
FindKeys(const YamlFile& file, const Settings& settings, const std::string& group)
{
    std::vector<GivenName> names = FindNamesInFile(file, group);
    for (const Setting& setting : settings)
    {
        if (setting.path.rfind(group + ".", 0) == 0)
        {
            names.push_back({setting.path.substr(group.size() + 1), setting.pathPlace});
        }
    }
    return names;
}

std::size_t
CountRecords(const YamlFile& file, const std::string& list)
{
    constexpr std::size_t most = 1000;
    const YAML::Node node = FindNode(file.root, list);
    if (!node.IsDefined())
    {
        return 0;
    }
    const Value value(node, file.source, list, "a list of maps, such as '- {from: device-1}'");
    const std::size_t count = value.GetItems("").size();
    if (count > most)
    {
        value.Refuse("has " + std::to_string(count) + " records, expected at most " +
                     std::to_string(most));
    }
    return count;
}

void
ReadSelection(const KeyTable& table, const YamlFile& file, const Settings& settings)
{
    for (const Key& key : table.GetKeys())
    {
        const YAML::Node node = FindNode(file.root, key.path);
        if (node.IsDefined())
        {
            key.read(Value(node, file.source, key.path, key.type.expected));
        }
    }
    for (const Setting& setting : settings)
    {
        if (const Key* const key = table.Find(setting.path))
        {
            key->read(Value(*setting.value, setting.source, key->path, key->type.expected));
        }
    }
}

} // namespace simulator
