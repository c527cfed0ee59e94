// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/links/link-keys.h"

#include "simulator/links/link-type.h"

#include <algorithm>
#include <utility>

namespace simulator
{

namespace
{

/// A key as one type of link has it.
struct Variant
{
    std::string type;
    Key key;
};

using Variants = std::vector<Variant>;

/// A text, and the types whose keys have it: "p2p, csma".
using TypedText = std::pair<std::string, std::string>;

template <typename GetText>
std::vector<TypedText>
GroupByText(const Variants& variants, GetText getText)
{
    std::vector<TypedText> texts;
    for (const Variant& variant : variants)
    {
        const std::string text = getText(variant.key);
        const auto same = std::find_if(texts.begin(), texts.end(), [&text](const TypedText& other) {
            return other.first == text;
        });
        if (same == texts.end())
        {
            texts.emplace_back(text, variant.type);
        }
        else
        {
            same->second += ", " + variant.type;
        }
    }
    return texts;
}

/// "10Mbps", or "10Mbps (p2p); 100Mbps (csma)" if types differ.
template <typename GetText>
std::string
JoinValues(const Variants& variants, GetText getText)
{
    const std::vector<TypedText> texts = GroupByText(variants, getText);
    if (texts.size() == 1)
    {
        return texts.front().first;
    }
    std::string joined;
    for (const auto& [text, types] : texts)
    {
        joined.append(joined.empty() ? "" : "; ").append(text).append(" (" + types + ")");
    }
    return joined;
}

/// "Bit rate.", or "p2p: Bit rate. csma: Shared rate." if types differ or some have no such key.
std::string
JoinHelp(const Variants& variants)
{
    const std::vector<TypedText> texts =
        GroupByText(variants, [](const Key& key) { return key.help; });
    if (texts.size() == 1 && variants.size() == GetLinkTypes().size())
    {
        return texts.front().first;
    }
    std::string joined;
    for (const auto& [text, types] : texts)
    {
        joined.append(joined.empty() ? "" : " ").append(types).append(": " + text);
    }
    return joined;
}

/// What all types take, as far as one description can say.
ValueType
JoinTypesOfValues(const Variants& variants)
{
    ValueType joined = variants.front().key.type;
    for (const Variant& variant : variants)
    {
        const ValueType& type = variant.key.type;
        joined.minimum = std::min(joined.minimum, type.minimum);
        joined.maximum =
            joined.maximum && type.maximum ? std::max(joined.maximum, type.maximum) : std::nullopt;
        for (const std::string& word : type.words)
        {
            if (std::find(joined.words.begin(), joined.words.end(), word) == joined.words.end())
            {
                joined.words.push_back(word);
            }
        }
    }
    return joined;
}

Key
Merge(const Variants& variants)
{
    Key key;
    key.path = variants.front().key.path;
    key.type = JoinTypesOfValues(variants);
    key.range = JoinValues(variants, [](const Key& one) { return one.range; });
    key.help = JoinHelp(variants);
    key.defaultText =
        JoinValues(variants, [](const Key& one) { return one.defaultText.value_or("(required)"); });
    return key;
}

} // namespace

void
AddKeysOfAllTypes(KeyTable& table, const std::string& path)
{
    const std::string link = path.substr(path.rfind('.') + 1);
    std::vector<Variants> rows;
    for (const LinkType& type : GetLinkTypes())
    {
        std::any values = type.makeDefaults(link);
        KeyTable keys;
        type.addKeys(keys, path, values);
        for (const Key& key : keys.GetKeys())
        {
            const auto same = std::find_if(rows.begin(), rows.end(), [&key](const Variants& row) {
                return row.front().key.path == key.path;
            });
            Variants& row = same == rows.end() ? rows.emplace_back() : *same;
            row.push_back({type.name, key});
        }
    }
    for (const Variants& row : rows)
    {
        table.Add(Merge(row));
    }
}

} // namespace simulator
