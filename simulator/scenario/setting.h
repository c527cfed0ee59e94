// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SETTING_H
#define SIMULATOR_SETTING_H

#include "simulator/scenario/value.h"

#include <memory>
#include <string>
#include <vector>

namespace simulator
{

/// A value for a key that takes the place of what the maps of the file say: of `--set`, or swept.
struct Setting
{
    ValueSource source;
    std::string path;      //!< dotted path of the key
    std::string pathPlace; //!< where the path stands, for messages
    /// Never null. A pointer, because to assign a YAML::Node changes all nodes that share its
    /// content.
    std::shared_ptr<const YAML::Node> value;
};

using Settings = std::vector<Setting>;

/// "PATH=VALUE" at the equals sign.
struct PathAndText
{
    std::string path;
    std::string text;
    std::string name; //!< of the option as the user typed it, for messages
};

/// \param option "--set"
/// \param expected what stands on both sides of the sign: "PATH=VALUE"
/// \throw nn::InputError
PathAndText SplitSetting(const std::string& option,
                         const std::string& expected,
                         const std::string& text);

/// What `--set PATH=VALUE` says.
/// \throw nn::InputError
Settings ParseSettings(const std::vector<std::string>& texts);

} // namespace simulator

#endif // SIMULATOR_SETTING_H
