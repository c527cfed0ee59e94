// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_TEXT_KEYS_H
#define SIMULATOR_TEXT_KEYS_H

#include "simulator/scenario/key-table.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace simulator
{

// As in key-types.h, for words, names and paths.

/// One of some words.
Key MakeWordKey(const std::string& path,
                const std::vector<std::string>& words,
                std::function<void(const std::string&)> set,
                std::function<std::string()> get,
                const std::string& help);
Key MakeWordKey(const std::string& path,
                std::string& target,
                const std::vector<std::string>& words,
                const std::string& help);

/// true or false.
Key MakeSwitchKey(const std::string& path, bool& target, const std::string& help);

/// A node by its number: "gateway-2".
Key MakeNodeKey(const std::string& path,
                std::uint32_t& target,
                const std::string& kind,
                const std::string& help);

/// Number of a node by its name: 3 for "gateway-3" of kind "gateway". At least 1.
/// \throw nn::InputError
std::uint32_t ParseNodeNumber(const std::string& text, const std::string& kind);

/// A name: 1 to 100 bytes without control characters.
/// \param defaultText what it means that the key is not there; nothing: the key is required
Key MakeNameKey(const std::string& path,
                std::string& target,
                const std::optional<std::string>& defaultText,
                const std::string& help);

/// The name of a node or a link; empty: none. Which there are depends on the network.
/// \param example such as "node such as device-1"
Key MakePlaceKey(const std::string& path,
                 std::string& target,
                 const std::string& example,
                 const std::string& help);

/// A list of names of nodes or links; may be empty.
Key MakePlacesKey(const std::string& path,
                  std::vector<std::string>& target,
                  const std::string& help);

/// A path, resolved against the folder of the file; required.
Key MakePathKey(const std::string& path, std::string& target, const std::string& help);

/// A word that is taken as it is, or else a path.
Key MakeWordOrPathKey(const std::string& path,
                      std::string& target,
                      const std::string& word,
                      const std::string& help);

/// A text of a key such that it means in the current folder what it meant in the folder.
std::string Relocate(const Key& key, const std::string& text, const std::string& folder);

/// A text as YAML: plain where that is safe, else in double quotes.
std::string QuoteYaml(const std::string& text);

} // namespace simulator

#endif // SIMULATOR_TEXT_KEYS_H
