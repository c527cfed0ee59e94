// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/svg.h"

#include "analysis/number-format.h"

#include <map>

namespace analysis
{

namespace
{

std::string
FormatAttributes(const Svg::Attributes& attributes)
{
    std::string text;
    for (const auto& [name, value] : attributes)
    {
        text += " " + name + "=\"" + EscapeMarkup(value) + "\"";
    }
    return text;
}

std::string
FormatElement(const std::string& name, const Svg::Attributes& attributes, const std::string& tip)
{
    const std::string open = "<" + name + FormatAttributes(attributes);
    return tip.empty() ? open + "/>\n"
                       : open + "><title>" + EscapeMarkup(tip) + "</title></" + name + ">\n";
}

/// As in page.css, for light.
const std::map<std::string, std::string>&
GetPaperColours()
{
    static const std::map<std::string, std::string> colours = {
        {"paper", "#fff"},    {"raised", "#f5f6f8"}, {"ink", "#1b1f24"},    {"faint", "#59636e"},
        {"line", "#d3d8de"},  {"grid", "#e6e9ed"},   {"accent", "#0b5cad"}, {"bad", "#a8320a"},
        {"good", "#0a6b4b"},  {"c0", "#0072b2"},     {"c1", "#c65102"},     {"c2", "#00805e"},
        {"c3", "#a8377c"},    {"c4", "#8a6500"},     {"c5", "#2f6f8f"},     {"c6", "#6a3d9a"},
        {"c7", "#5a5f66"},    {"exit0", "#00805e"},  {"exit1", "#d08700"},  {"exit2", "#0072b2"},
        {"exit3", "#7a7f87"}, {"part0", "#0072b2"},  {"part1", "#a8377c"},  {"part2", "#5fa8d3"},
        {"part3", "#d08700"}};
    return colours;
}

} // namespace

std::string
FormatPixels(double value)
{
    std::string text = FormatFixed(value, 1);
    return text.size() > 2 && text.substr(text.size() - 2) == ".0" ? text.substr(0, text.size() - 2)
                                                                   : text;
}

std::string
EscapeMarkup(const std::string& text)
{
    static const std::map<char, const char*> names = {
        {'<', "&lt;"}, {'>', "&gt;"}, {'&', "&amp;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    std::string escaped;
    for (const char character : text)
    {
        const auto name = names.find(character);
        name == names.end() ? escaped += character : escaped += name->second;
    }
    return escaped;
}

std::string
ResolveColours(const std::string& svg)
{
    const std::string open = "var(--";
    std::string text;
    std::size_t at = 0;
    for (std::size_t next = svg.find(open); next != std::string::npos; next = svg.find(open, at))
    {
        const std::size_t end = svg.find(')', next);
        const auto colour =
            GetPaperColours().find(svg.substr(next + open.size(), end - next - open.size()));
        text += svg.substr(at, next - at);
        text += colour == GetPaperColours().end() ? "#000" : colour->second;
        at = end + 1;
    }
    return text + svg.substr(at);
}

Svg::Svg(double width, double height, std::string summary)
    : m_width(width), m_height(height), m_summary(std::move(summary))
{
}

void
Svg::Line(double x1, double y1, double x2, double y2, const Attributes& attributes)
{
    Attributes all = {{"x1", FormatPixels(x1)},
                      {"y1", FormatPixels(y1)},
                      {"x2", FormatPixels(x2)},
                      {"y2", FormatPixels(y2)}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    m_content += FormatElement("line", all, "");
}

void
Svg::Path(const std::string& path, const Attributes& attributes, const std::string& tip)
{
    Attributes all = {{"d", path}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    m_content += FormatElement("path", all, tip);
}

void
Svg::Rectangle(double x,
               double y,
               double width,
               double height,
               const Attributes& attributes,
               const std::string& tip)
{
    Attributes all = {{"x", FormatPixels(x)},
                      {"y", FormatPixels(y)},
                      {"width", FormatPixels(width)},
                      {"height", FormatPixels(height)}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    m_content += FormatElement("rect", all, tip);
}

void
Svg::Text(double x, double y, const std::string& text, const Attributes& attributes)
{
    Attributes all = {{"x", FormatPixels(x)}, {"y", FormatPixels(y)}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    m_content += "<text" + FormatAttributes(all) + ">" + EscapeMarkup(text) + "</text>\n";
}

std::string
Svg::Finish(const Attributes& attributes) const
{
    Attributes all = {{"xmlns", "http://www.w3.org/2000/svg"},
                      {"viewBox", "0 0 " + FormatPixels(m_width) + " " + FormatPixels(m_height)},
                      {"width", FormatPixels(m_width)},
                      {"height", FormatPixels(m_height)},
                      {"role", "img"},
                      {"aria-label", m_summary},
                      {"font-family", "system-ui, Helvetica, Arial, sans-serif"},
                      {"font-size", "12"},
                      {"fill", "var(--ink)"}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    return "<svg" + FormatAttributes(all) + ">\n" + m_content + "</svg>\n";
}

} // namespace analysis
