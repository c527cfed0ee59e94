// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-schema.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace simulator
{

namespace
{

using Json = nlohmann::ordered_json;

Json
MakeNumber(double value, const std::string& schemaType)
{
    return schemaType == "integer" ? Json(static_cast<std::uint64_t>(value)) : Json(value);
}

/// Whether a key or word stands for any name.
bool
IsPlaceholder(const std::string& text)
{
    return text.front() == '<';
}

Json
MakeWordsSchema(std::vector<std::string> words)
{
    const auto placeholder = std::find_if(words.begin(), words.end(), IsPlaceholder);
    if (placeholder == words.end())
    {
        return {{"enum", words}};
    }
    words.erase(placeholder);
    const Json names = {{"pattern", "^[A-Za-z0-9_-]+$"}};
    return {{"anyOf", Json::array({Json{{"enum", words}}, names})}};
}

Json
MakeScalarSchema(const ValueType& type)
{
    static const Json any = Json::array({"string", "number", "boolean"});
    Json schema = {{"type", type.schemaType.empty() ? any : Json(type.schemaType)}};
    if (!type.words.empty())
    {
        schema.update(MakeWordsSchema(type.words));
    }
    if (!type.pattern.empty())
    {
        schema["pattern"] = type.pattern;
    }
    if (type.minimum)
    {
        schema["minimum"] = MakeNumber(*type.minimum, type.schemaType);
    }
    if (type.maximum)
    {
        schema["maximum"] = MakeNumber(*type.maximum, type.schemaType);
    }
    return schema;
}

/// The values of a swept path: a list, or a range.
Json
MakeSweptValuesSchema()
{
    const Json end = {{"type", Json::array({"string", "number"})}};
    const Json range = {{"type", "object"},
                        {"additionalProperties", false},
                        {"properties",
                         {{"from", end},
                          {"to", end},
                          {"steps", {{"type", "integer"}, {"minimum", 2}}},
                          {"scale", {{"enum", Json::array({"linear", "log"})}}}}},
                        {"required", Json::array({"from", "to", "steps"})}};
    return {{"anyOf", Json::array({Json{{"type", "array"}, {"minItems", 1}}, range})}};
}

/// A map of any paths to their values, with zips of such maps.
Json
MakeSweepSchema()
{
    const Json zip = {{"type", "object"},
                      {"additionalProperties", MakeSweptValuesSchema()},
                      {"minProperties", 1}};
    const Json zips = {{"type", "array"}, {"items", zip}, {"minItems", 1}};
    Json schema = zip;
    schema["properties"] = {{"zip", {{"anyOf", Json::array({zip, zips})}}}};
    return schema;
}

Json
MakeKeySchema(const Key& key)
{
    Json schema = key.type.schemaType == "object" ? MakeSweepSchema() : MakeScalarSchema(key.type);
    for (unsigned depth = 0; depth < key.type.listDepth; ++depth)
    {
        schema = Json{{"type", "array"}, {"items", schema}};
    }
    std::string description = key.help;
    description += key.range.empty() ? "" : " Range: " + key.range + ".";
    description += key.defaultText ? " Default: " + *key.defaultText + "." : " Required.";
    schema["description"] = description;
    return schema;
}

Json MakeGroupSchema(const KeyTable& table, const std::string& path);

/// A key may be a value, a group, or both (a short form), or a list of groups.
Json
MakeChildSchema(const KeyTable& table, const std::string& path)
{
    if (table.IsList(path))
    {
        return {{"type", "array"},
                {"items", MakeGroupSchema(table, KeyTable::GetAnyRecordPath(path))}};
    }
    const Key* const key = table.Find(path);
    if (key && table.IsGroup(path))
    {
        return {{"anyOf", Json::array({MakeKeySchema(*key), MakeGroupSchema(table, path)})}};
    }
    return key ? MakeKeySchema(*key) : MakeGroupSchema(table, path);
}

Json
MakeGroupSchema(const KeyTable& table, const std::string& path)
{
    Json properties = Json::object();
    Json required = Json::array();
    Json others = false; // of names that are not in the table
    for (const std::string& child : table.GetChildren(path))
    {
        const std::string childPath = JoinPath(path, child);
        if (IsPlaceholder(child))
        {
            others = MakeChildSchema(table, childPath);
            continue;
        }
        properties[child] = MakeChildSchema(table, childPath);
        const Key* const key = table.Find(childPath);
        if (key && !key->defaultText)
        {
            required.push_back(child);
        }
    }
    Json schema = {
        {"type", "object"}, {"additionalProperties", others}, {"properties", properties}};
    if (!required.empty())
    {
        schema["required"] = required;
    }
    return schema;
}

} // namespace

std::string
FormatSchema(const KeyTable& table, const std::string& title)
{
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    schema.update(MakeGroupSchema(table, ""));
    return schema.dump(2) + "\n";
}

} // namespace simulator
