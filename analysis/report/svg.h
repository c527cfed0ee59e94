// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_SVG_H
#define ANALYSIS_SVG_H

#include <string>
#include <utility>
#include <vector>

namespace analysis
{

/// A drawing in the making. Coordinates in pixels, to a tenth. Colours may be variables of the
/// page's style sheet: ResolveColours makes a file of its own of it.
class Svg
{
  public:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    /// \param summary what it shows, for those who do not see it
    Svg(double width, double height, std::string summary);

    void Line(double x1, double y1, double x2, double y2, const Attributes& attributes);
    void Path(const std::string& path, const Attributes& attributes, const std::string& tip = "");
    void Rectangle(double x,
                   double y,
                   double width,
                   double height,
                   const Attributes& attributes,
                   const std::string& tip = "");
    void Text(double x, double y, const std::string& text, const Attributes& attributes = {});

    /// \param attributes of the svg element
    std::string Finish(const Attributes& attributes) const;

  private:
    double m_width;
    double m_height;
    std::string m_summary;
    std::string m_content;
};

/// "12.3": a tenth of a pixel is enough.
std::string FormatPixels(double value);

/// Text as it stands in markup.
std::string EscapeMarkup(const std::string& text);

/// A drawing as a file of its own: variables of the page replaced by the colours for paper.
std::string ResolveColours(const std::string& svg);

} // namespace analysis

#endif // ANALYSIS_SVG_H
