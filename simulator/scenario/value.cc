// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/value.h"

#include <utility>

namespace simulator
{

std::string
ValueSource::Locate(const YAML::Mark& mark) const
{
    if (!isFile || mark.is_null())
    {
        return name;
    }
    return name + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1);
}

Value::Value(const YAML::Node& node, ValueSource source, std::string path, std::string expected)
    : m_node(node),
      m_source(std::move(source)),
      m_path(std::move(path)),
      m_expected(std::move(expected))
{
}

std::string
Value::GetText() const
{
    if (!m_node.IsScalar())
    {
        RefuseKind();
    }
    return m_node.Scalar();
}

std::vector<Value>
Value::GetItems(const std::string& expected) const
{
    if (!m_node.IsSequence())
    {
        RefuseKind();
    }
    std::vector<Value> items;
    for (const YAML::Node& item : m_node)
    {
        items.emplace_back(item, m_source, m_path, expected);
    }
    return items;
}

const ValueSource&
Value::GetSource() const
{
    return m_source;
}

void
Value::Refuse(const std::string& reason) const
{
    // A setting names its key itself.
    const std::string key = m_source.isFile ? m_path + ": " : "";
    throw nn::InputError(m_source.Locate(m_node.Mark()) + ": " + key + reason);
}

void
Value::RefuseKind() const
{
    const std::string found = m_node.IsMap()        ? "a map"
                              : m_node.IsSequence() ? "a list"
                              : m_node.IsScalar()   ? "a single value"
                                                    : "no value";
    Refuse("found " + found + ", expected " + m_expected);
}

} // namespace simulator
