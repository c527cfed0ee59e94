// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_KEY_READER_H
#define SIMULATOR_KEY_READER_H

#include "simulator/scenario/key-table.h"
#include "simulator/scenario/setting.h"
#include "simulator/scenario/yaml-file.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace simulator
{

/// Reads a file, then settings of the command line, into the variables of a key table.
///
/// Everything in the file must be in the table: an unknown key is refused with the nearest known
/// one, a key that stands twice in a map is refused. Every message says where.
class KeyReader
{
  public:
    /// \param table must outlive the reader
    explicit KeyReader(const KeyTable& table);

    /// \throw nn::InputError
    void ReadFile(const YamlFile& file);

    /// \throw nn::InputError
    void ReadSetting(const Setting& setting);

    /// \throw nn::InputError if a required key was neither in the file nor in a setting
    void CheckRequired(const YamlFile& file) const;

    /// Where each value that was read stands, by path of its key: "c.yaml:3:10", "--set
    /// PATH=VALUE".
    const std::map<std::string, std::string>& GetPlaces() const;

  private:
    void ReadMap(const YAML::Node& map, const std::string& path);
    void ReadEntry(const YAML::Node& key, const YAML::Node& value, const std::string& parent);
    void ReadList(const YAML::Node& list, const std::string& path);
    void ReadValue(const YAML::Node& node, const Key& key);
    [[noreturn]] void RefuseNoMap(const YAML::Node& node, const std::string& path) const;
    [[noreturn]] void RefuseUnknown(const YAML::Node& key,
                                    const std::string& name,
                                    const std::string& parent) const;
    [[noreturn]] void RefuseUnknownSetting(const Setting& setting) const;

    const KeyTable& m_table;
    ValueSource m_source;                        //!< of what is being read
    std::map<std::string, std::string> m_places; //!< of the keys that had a value
};

/// A name that the user gave to something, and where.
struct GivenName
{
    std::string name;
    std::string place;
};

/// Names of the maps within a map at the root of the file, and of the settings in it:
/// GROUP.NAME.KEY. A name may come more than once.
/// \throw nn::InputError if there is something else by the name of the group
std::vector<GivenName> FindNames(const YamlFile& file,
                                 const Settings& settings,
                                 const std::string& group);

/// Names of the keys within a map at the root of the file, and of the settings of them:
/// "--set GROUP.NAME=VALUE". A name may come more than once.
/// \throw nn::InputError if there is something else by the name of the group
std::vector<GivenName> FindKeys(const YamlFile& file,
                                const Settings& settings,
                                const std::string& group);

/// Number of records in a list at the root of the file; 0 if there is none.
/// \throw nn::InputError if it is no list, or longer than 1000
std::size_t CountRecords(const YamlFile& file, const std::string& list);

/// Values of keys that decide which other keys there are; unknown keys are left for a KeyReader.
/// Reads the rows of the table only, the file first, then the settings.
void ReadSelection(const KeyTable& table, const YamlFile& file, const Settings& settings);

} // namespace simulator

#endif // SIMULATOR_KEY_READER_H
