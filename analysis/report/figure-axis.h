// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FIGURE_AXIS_H
#define ANALYSIS_FIGURE_AXIS_H

#include <vector>

namespace analysis
{

enum class AxisScale
{
    Linear,
    Logarithmic
};

/// Logarithmic for values that are greater than 0 and span a factor of 20 or more: then small ones
/// can be told apart only so.
AxisScale ChooseScale(double lowest, double highest);

/// From values to pixels, along one axis of a figure. Its ends and ticks are round numbers around
/// the values.
class FigureAxis
{
  public:
    /// 1, 2, 5, 10, ... from the last one below `lowest` to the first above `highest`, both greater
    /// than 0; only powers of ten if there are many.
    static std::vector<double> MakeLogarithmicTicks(double lowest, double highest);

    /// \param lowest and highest value
    /// \param begin and end of the axis in pixels
    FigureAxis(AxisScale scale, double lowest, double highest, double begin, double end);

    /// \return pixels, from `begin` to `end`
    double Place(double value) const;
    const std::vector<double>& GetTicks() const;

  private:
    double Transform(double value) const;

    AxisScale m_scale;
    std::vector<double> m_ticks;
    double m_begin;
    double m_end;
};

} // namespace analysis

#endif // ANALYSIS_FIGURE_AXIS_H
