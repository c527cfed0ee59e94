// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/text-keys.h"

#include "nn/input-error.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

namespace simulator
{

namespace
{

constexpr std::size_t maximumNameLength = 100;

const char* const pathType = "path";
const char* const wordOrPathType = "word or path";

bool
IsPlainCharacter(char character)
{
    const std::string others = "-_./";
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || others.find(character) != std::string::npos;
}

/// Whether YAML reads an unquoted text as this text: no syntax, no null, no document mark.
bool
IsPlain(const std::string& text)
{
    static const std::vector<std::string> special = {"null", "Null", "NULL", "...", "---", "-"};
    return !text.empty() && std::all_of(text.begin(), text.end(), IsPlainCharacter) &&
           std::find(special.begin(), special.end(), text) == special.end();
}

std::string
CheckName(const std::string& text)
{
    if (text.empty())
    {
        throw nn::InputError("'' is empty");
    }
    if (text.size() > maximumNameLength)
    {
        throw nn::InputError(Quote(text) + " is too long");
    }
    if (text.find_first_of("\t\n\r") != std::string::npos || FindBadCharacter(text))
    {
        throw nn::InputError(Quote(text) + " has control characters or is not UTF-8");
    }
    return text;
}

/// A path as the user means it: relative ones start at the folder of their file.
std::string
ResolvePath(const std::string& text, const std::string& folder)
{
    if (text.empty() || FindBadCharacter(text))
    {
        throw nn::InputError(Quote(text) + " is not a path");
    }
    return (std::filesystem::path(folder) / text).lexically_normal().string();
}

Key
MakeTextKey(const std::string& path,
            const std::string& typeName,
            const std::string& expected,
            const std::string& help)
{
    Key key;
    key.path = path;
    key.type = {typeName, expected, "string", "", {}, {}, {}, 0};
    key.help = help;
    return key;
}

} // namespace

std::uint32_t
ParseNodeNumber(const std::string& text, const std::string& kind)
{
    const std::string prefix = kind + "-";
    if (text.rfind(prefix, 0) != 0)
    {
        throw nn::InputError(Quote(text) + " is no " + kind);
    }
    const std::uint64_t number = ParseInteger(text.substr(prefix.size()));
    if (number < 1 || number > std::numeric_limits<std::uint32_t>::max())
    {
        throw nn::InputError(Quote(text) + " is out of range");
    }
    return static_cast<std::uint32_t>(number);
}

std::string
QuoteYaml(const std::string& text)
{
    if (IsPlain(text))
    {
        return text;
    }
    std::string quoted = "\"";
    for (const char character : text)
    {
        const std::string escaped = character == '\n'   ? "\\n"
                                    : character == '\r' ? "\\r"
                                    : character == '\t' ? "\\t"
                                                        : std::string(1, character);
        quoted += (character == '"' || character == '\\' ? "\\" : "") + escaped;
    }
    return quoted + '"';
}

Key
MakeWordKey(const std::string& path,
            const std::vector<std::string>& words,
            std::function<void(const std::string&)> set,
            std::function<std::string()> get,
            const std::string& help)
{
    Key key = MakeTextKey(path, "word", JoinAlternatives(words), help);
    key.type.words = words;
    key.range = key.type.expected;
    key.defaultText = get();
    key.read = [words, set = std::move(set)](const Value& value) {
        const std::string text = value.GetText();
        if (std::find(words.begin(), words.end(), text) == words.end())
        {
            const std::string hint = Suggest(text, words);
            value.Refuse("unknown value " + Quote(text) +
                         (hint.empty() ? ", expected " + JoinAlternatives(words) : hint));
        }
        set(text);
    };
    key.write = std::move(get);
    return key;
}

Key
MakeWordKey(const std::string& path,
            std::string& target,
            const std::vector<std::string>& words,
            const std::string& help)
{
    return MakeWordKey(
        path,
        words,
        [&target](const std::string& text) { target = text; },
        [&target]() { return target; },
        help);
}

Key
MakeSwitchKey(const std::string& path, bool& target, const std::string& help)
{
    Key key = MakeWordKey(
        path,
        {"true", "false"},
        [&target](const std::string& text) { target = text == "true"; },
        [&target]() { return target ? "true" : "false"; },
        help);
    key.type.name = "switch";
    key.type.schemaType = "boolean";
    key.type.words.clear();
    return key;
}

Key
MakeNodeKey(const std::string& path,
            std::uint32_t& target,
            const std::string& kind,
            const std::string& help)
{
    Key key = MakeTextKey(path, "node", "a node such as " + kind + "-1", help);
    key.type.pattern = "^" + kind + "-[1-9][0-9]*$";
    key.write = [&target, kind]() { return kind + "-" + std::to_string(target); };
    key.defaultText = key.write();
    key.read = [&target, kind](const Value& value) {
        target = value.Convert([&kind](const auto& text) { return ParseNodeNumber(text, kind); });
    };
    return key;
}

Key
MakeNameKey(const std::string& path,
            std::string& target,
            const std::optional<std::string>& defaultText,
            const std::string& help)
{
    Key key = MakeTextKey(path, "text", "a name of 1 to 100 bytes", help);
    key.range = "1 to 100 bytes";
    key.defaultText = defaultText;
    key.read = [&target](const Value& value) { target = value.Convert(CheckName); };
    key.write = [&target]() { return QuoteYaml(target); };
    return key;
}

Key
MakePlaceKey(const std::string& path,
             std::string& target,
             const std::string& example,
             const std::string& help)
{
    Key key = MakeNameKey(path, target, "none", help);
    key.type.name = example.substr(0, example.find(' '));
    key.type.expected = "the name of a " + example;
    key.range = "";
    key.write = [&target]() { return target.empty() ? "" : QuoteYaml(target); };
    return key;
}

Key
MakePlacesKey(const std::string& path, std::vector<std::string>& target, const std::string& help)
{
    Key key =
        MakeTextKey(path, "list of names", "a list of names such as [device-1, device-2]", help);
    key.type.listDepth = 1;
    key.defaultText = "none";
    key.read = [&target](const Value& value) {
        target.clear();
        for (const Value& item : value.GetItems("the name of a node such as device-1"))
        {
            target.push_back(item.Convert(CheckName));
        }
    };
    key.write = [&target]() {
        std::string text;
        for (const std::string& name : target)
        {
            text += (text.empty() ? "" : ", ") + QuoteYaml(name);
        }
        return text.empty() ? "" : "[" + text + "]";
    };
    return key;
}

Key
MakePathKey(const std::string& path, std::string& target, const std::string& help)
{
    Key key = MakeTextKey(path, pathType, "the path of a file", help);
    key.read = [&target](const Value& value) {
        const std::string& folder = value.GetSource().folder;
        target = value.Convert([&folder](const auto& text) { return ResolvePath(text, folder); });
    };
    key.write = [&target]() { return QuoteYaml(target); };
    key.file = &target;
    return key;
}

Key
MakeWordOrPathKey(const std::string& path,
                  std::string& target,
                  const std::string& word,
                  const std::string& help)
{
    Key key = MakePathKey(path, target, help);
    key.file = nullptr;
    key.type.name = wordOrPathType;
    key.type.expected = word + " or the path of a file";
    key.range = key.type.expected;
    key.defaultText = target;
    key.read = [&target, word, readPath = key.read](const Value& value) {
        if (value.GetText() == word)
        {
            target = word;
            return;
        }
        readPath(value);
    };
    return key;
}

std::string
Relocate(const Key& key, const std::string& text, const std::string& folder)
{
    // The word of such a key is its default.
    const bool isPath =
        key.type.name == pathType || (key.type.name == wordOrPathType && text != key.defaultText);
    return isPath ? ResolvePath(text, folder) : text;
}

} // namespace simulator
