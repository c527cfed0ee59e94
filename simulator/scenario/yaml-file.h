// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_YAML_FILE_H
#define SIMULATOR_YAML_FILE_H

#include "simulator/scenario/value.h"

#include <yaml-cpp/yaml.h>

#include <string>

namespace simulator
{

/// A file of one YAML document, whose root is a map.
struct YamlFile
{
    ValueSource source;
    YAML::Node root;
};

/// \throw nn::InputError if the file is missing, a directory, larger than a mebibyte, not UTF-8,
/// not YAML, empty, more than one document, or its root is no map.
YamlFile ReadYamlFile(const std::string& path);

/// The root of one YAML document, a map.
/// \throw nn::InputError
YAML::Node ReadYamlText(const ValueSource& source, const std::string& text);

/// Name of a file without folder and extension.
std::string GetStem(const std::string& path);

} // namespace simulator

#endif // SIMULATOR_YAML_FILE_H
