// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_LABEL_PLACER_H
#define ANALYSIS_LABEL_PLACER_H

#include <optional>
#include <vector>

namespace analysis
{

/// A rectangle in pixels; y grows downwards.
struct Box
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// Finds places for texts beside points of a drawing, so that none covers another or a point.
class LabelPlacer
{
  public:
    /// \param area that texts must stay in
    explicit LabelPlacer(const Box& area);

    /// Keeps texts off a part of the drawing.
    void Block(const Box& box);

    /// The first free place right, left, above, below or at a corner of the point, near it or a bit
    /// farther off; it is taken then. \return none if there is no such place
    std::optional<Box> Place(double x, double y, double width, double height);

  private:
    bool IsFree(const Box& box) const;

    Box m_area;
    std::vector<Box> m_taken;
};

} // namespace analysis

#endif // ANALYSIS_LABEL_PLACER_H
