// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_VALUE_H
#define SIMULATOR_VALUE_H

#include "nn/input-error.h"

#include <yaml-cpp/yaml.h>

#include <string>
#include <vector>

namespace simulator
{

/// Where values come from: a file, or a setting of the command line.
struct ValueSource
{
    std::string name;   //!< path of the file as given, or "--set PATH=VALUE"
    std::string folder; //!< where relative paths start; empty: the current folder
    bool isFile = true; //!< whether values have a line and a column

    /// "c.yaml:12:9", lines and columns from 1; the name alone if there is no position.
    std::string Locate(const YAML::Mark& mark) const;
};

/// A value that the user gave to a key, with all that a message about it needs.
class Value
{
  public:
    /// \param path dotted path of the key
    /// \param expected what the key takes: "a time such as 40ms"
    Value(const YAML::Node& node, ValueSource source, std::string path, std::string expected);

    /// \throw nn::InputError if the value is a list, a map, or nothing
    std::string GetText() const;

    /// \param expected what each item has to be
    /// \throw nn::InputError if the value is no list
    std::vector<Value> GetItems(const std::string& expected) const;

    const ValueSource& GetSource() const;

    /// Result of a function that takes the text and throws nn::InputError with the reason alone.
    template <typename Parse>
    auto Convert(Parse parse) const
    {
        const std::string text = GetText();
        try
        {
            return parse(text);
        }
        catch (const nn::InputError& error)
        {
            Refuse(std::string(error.what()) + ", expected " + m_expected);
        }
    }

    /// \throw nn::InputError always: place, key, reason
    [[noreturn]] void Refuse(const std::string& reason) const;

  private:
    [[noreturn]] void RefuseKind() const;

    YAML::Node m_node;
    ValueSource m_source;
    std::string m_path;
    std::string m_expected;
};

} // namespace simulator

#endif // SIMULATOR_VALUE_H
