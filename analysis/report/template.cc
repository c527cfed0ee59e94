// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/template.h"

#include <kainjow/mustache.hpp>

#include <stdexcept>

namespace analysis
{

namespace
{

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using nlohmann::json;

data
Convert(const json& value)
{
    if (value.is_object())
    {
        data object(data::type::object);
        for (const auto& [name, member] : value.items())
        {
            object.set(name, Convert(member));
        }
        return object;
    }
    if (value.is_array())
    {
        data list(data::type::list);
        for (const json& item : value)
        {
            list.push_back(Convert(item));
        }
        return list;
    }
    if (value.is_string())
    {
        const auto& text = value.get_ref<const std::string&>();
        return text.empty() ? data(false) : data(text);
    }
    return value.is_null()      ? data(false)
           : value.is_boolean() ? data(value.get<bool>())
                                : data(value.dump());
}

} // namespace

std::string
RenderTemplate(const std::string& text, const json& values)
{
    mustache page(text);
    if (!page.is_valid())
    {
        throw std::logic_error("template: " + page.error_message());
    }
    return page.render(Convert(values));
}

std::string
FormatEmbeddedJson(const json& value)
{
    std::string text;
    for (const char character : value.dump(-1, ' ', false, json::error_handler_t::replace))
    {
        character == '<' ? text += "\\u003c" : text += character;
    }
    return text;
}

} // namespace analysis
