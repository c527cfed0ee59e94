// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TEMPLATE_H
#define ANALYSIS_TEMPLATE_H

#include <nlohmann/json.hpp>

#include <string>

namespace analysis
{

/// A mustache template with its values put in. `{{name}}` is escaped for HTML, text and attributes;
/// `{{{name}}}` is not, and is for what was made by a template itself. A false, empty or missing
/// value leaves its section out.
/// \throw std::logic_error if the template is wrong
std::string RenderTemplate(const std::string& text, const nlohmann::json& values);

/// JSON that may stand inside a script element: no text in it can end the element.
std::string FormatEmbeddedJson(const nlohmann::json& value);

} // namespace analysis

#endif // ANALYSIS_TEMPLATE_H
