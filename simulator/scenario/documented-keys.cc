// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/documented-keys.h"

#include "simulator/scenario/scenario-keys.h"

#include <algorithm>
#include <cstddef>

namespace simulator
{

namespace
{

/// Whether a path is that of a row, in which "<...>" stands for any name.
bool
Matches(const std::string& row, const std::string& path)
{
    const std::size_t rowDot = row.find('.');
    const std::size_t pathDot = path.find('.');
    const std::string name = row.substr(0, rowDot);
    if (name.front() != '<' && name != path.substr(0, pathDot))
    {
        return false;
    }
    const bool last = rowDot == std::string::npos || pathDot == std::string::npos;
    return last ? rowDot == pathDot : Matches(row.substr(rowDot + 1), path.substr(pathDot + 1));
}

} // namespace

DocumentedKeys::DocumentedKeys()
    : m_scenario(MakeDefaultScenario()), m_table(MakeDocumentedKeys(m_scenario))
{
}

const Key*
DocumentedKeys::Find(const std::string& path) const
{
    const std::vector<Key>& keys = m_table.GetKeys();
    const auto key = std::find_if(
        keys.begin(), keys.end(), [&path](const Key& other) { return Matches(other.path, path); });
    return key == keys.end() ? nullptr : &*key;
}

} // namespace simulator
