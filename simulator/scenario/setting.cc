// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/setting.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

namespace simulator
{

PathAndText
SplitSetting(const std::string& option, const std::string& expected, const std::string& text)
{
    const std::string printable = Quote(text);
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
    {
        throw nn::InputError(option + " " + printable + ": expected " + expected);
    }
    if (FindBadCharacter(text))
    {
        throw nn::InputError(option + " " + printable + ": a control character or not UTF-8");
    }
    // Without the quotes: the message shows what the user typed.
    return {text.substr(0, equals),
            text.substr(equals + 1),
            option + " " + printable.substr(1, printable.size() - 2)};
}

Settings
ParseSettings(const std::vector<std::string>& texts)
{
    Settings settings;
    for (const std::string& text : texts)
    {
        const PathAndText parts = SplitSetting("--set", "PATH=VALUE", text);
        const auto value = std::make_shared<const YAML::Node>(
            parts.text.empty() ? YAML::Node() : YAML::Node(parts.text));
        const ValueSource source = {parts.name, "", false};
        settings.push_back({source, parts.path, parts.name, value});
    }
    return settings;
}

} // namespace simulator
