// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_KEY_TABLE_H
#define SIMULATOR_KEY_TABLE_H

#include "simulator/scenario/value.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

/// What the values of a key look like: for messages, the reference page and the JSON Schema.
struct ValueType
{
    std::string name;       //!< "time"
    std::string expected;   //!< what messages ask for: "a time such as 40ms"
    std::string schemaType; //!< of JSON Schema: string, number, integer; empty: any of these or
                            //!< true and false; of the items of a list
    std::string pattern;    //!< regular expression of a string; empty: any
    /// All possible values; "<name>" stands for any name that the file defines. Empty: not an
    /// enumeration.
    std::vector<std::string> words;
    std::optional<double> minimum; //!< of a number
    std::optional<double> maximum;
    unsigned listDepth = 0; //!< 1: list, 2: list of lists
};

/// One row of a key table: a key, what it takes, and the variable it is bound to.
struct Key
{
    std::string path; //!< dotted, from the root of the file
    ValueType type;
    std::string range; //!< for people: "0 to 1"; may be empty
    std::string help;  //!< one sentence with the meaning
    /// As in the file; nothing: the key is required.
    std::optional<std::string> defaultText;
    /// Sets the variable. \throw nn::InputError
    std::function<void(const Value&)> read;
    /// YAML text of the variable; empty if it has no value. No function: the row is a short form of
    /// others and is not written.
    std::function<std::string()> write;
    /// The variable, if it holds the path of a file whose content matters, not its place. May be
    /// empty.
    const std::string* file = nullptr;
};

/// The keys of one kind of file, bound to the variables of one object. The same table drives the
/// parser, the printed form, the JSON Schema and the reference page.
class KeyTable
{
  public:
    /// A path that is there already keeps its first row.
    void Add(Key key);

    /// A map that may stay empty.
    void AddGroup(const std::string& path);

    /// A list of maps that all have the same keys: records. It may stay empty.
    void AddList(const std::string& path);

    const std::vector<Key>& GetKeys() const&;
    /// A loop over the keys of a temporary table would outlive them.
    const std::vector<Key>& GetKeys() && = delete;

    /// \return null if there is no such key
    const Key* Find(const std::string& path) const;

    /// Whether there are, or may be, keys below a path. The root is the empty path.
    bool IsGroup(const std::string& path) const;

    bool IsList(const std::string& path) const;

    /// Path of a record of a list, from 0: "background.1" is the first.
    static std::string GetRecordPath(const std::string& list, std::size_t index);
    /// Path that stands for that of any record, in documents: "background.<number>".
    static std::string GetAnyRecordPath(const std::string& list);

    /// Names one level below a path, in the order of the table.
    std::vector<std::string> GetChildren(const std::string& path) const;

    /// All keys as YAML, nested maps and lists by path, in the order of the table. Rows of a group
    /// must stand together.
    std::string Format() const;

  private:
    std::string FormatEntry(const std::vector<std::string>& before,
                            const std::vector<std::string>& parts,
                            const std::string& value) const;

    std::vector<Key> m_keys;
    std::vector<std::string> m_groups; //!< that were added as such
    std::vector<std::string> m_lists;
};

/// The key without a default: it must be there.
Key MakeRequired(Key key);

/// Path of a child; the root is the empty path.
std::string JoinPath(const std::string& parent, const std::string& child);

} // namespace simulator

#endif // SIMULATOR_KEY_TABLE_H
