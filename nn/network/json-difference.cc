// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/json-difference.h"

#include "nn/data/quote.h"

#include <nlohmann/json.hpp>

namespace nn
{

namespace
{

using Json = nlohmann::ordered_json;

/// On one line, and not too long.
std::string
ToText(const Json& value)
{
    return value.is_null() ? "missing"
                           : Quote(value.is_string() ? value.get<std::string>() : value.dump());
}

std::string
Compare(const std::string& path, const Json& there, const Json& here)
{
    if (!here.is_object() || !there.is_object())
    {
        return there == here
                   ? ""
                   : path + " is " + ToText(there) + " there and " + ToText(here) + " here";
    }
    const std::string prefix = path.empty() ? "" : path + '.';
    for (const Json* object : {&here, &there})
    {
        for (const auto& [key, value] : object->items())
        {
            std::string difference =
                Compare(prefix + key, there.value(key, Json()), here.value(key, Json()));
            if (!difference.empty())
            {
                return difference;
            }
        }
    }
    return "";
}

} // namespace

std::string
FindJsonDifference(const std::string& there, const std::string& here)
{
    const Json parsed = Json::parse(there, nullptr, false);
    if (parsed.is_discarded())
    {
        return "found no valid JSON";
    }
    return Compare("", parsed, Json::parse(here));
}

} // namespace nn
