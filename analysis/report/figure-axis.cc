// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/figure-axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace analysis
{

namespace
{

constexpr std::array<double, 3> roundDigits = {1, 2, 5};

/// About five steps of 1, 2 or 5 times a power of ten.
std::vector<double>
MakeLinearTicks(double lowest, double highest)
{
    constexpr double steps = 5;
    if (lowest == highest) // one value: shares end at 100, and most figures at 0
    {
        const double room = std::max(0.5, std::abs(lowest) / 20);
        return lowest > 0 ? MakeLinearTicks(lowest - room, lowest)
                          : MakeLinearTicks(lowest, lowest + room);
    }
    const double span = highest - lowest;
    const double decade = std::pow(10, std::floor(std::log10(span / steps)));
    double step = 10 * decade;
    for (auto digit = roundDigits.rbegin(); digit != roundDigits.rend(); ++digit)
    {
        step = *digit * decade * steps >= span ? *digit * decade : step;
    }
    std::vector<double> ticks;
    const double first = std::floor(lowest / step + 1e-9);
    const int count = std::max(1, static_cast<int>(std::ceil(highest / step - 1e-9) - first));
    for (int i = 0; i <= count; ++i)
    {
        ticks.push_back((first + i) * step);
    }
    return ticks;
}

} // namespace

AxisScale
ChooseScale(double lowest, double highest)
{
    return lowest > 0 && highest / lowest >= 20 ? AxisScale::Logarithmic : AxisScale::Linear;
}

std::vector<double>
FigureAxis::MakeLogarithmicTicks(double lowest, double highest)
{
    constexpr double margin = 1.05; // a point does not stand on the end
    constexpr double manyDecades = 3;
    const bool isCoarse = std::log10(highest / lowest) > manyDecades;
    std::vector<double> ticks;
    for (int decade = static_cast<int>(std::floor(std::log10(lowest / margin)));; ++decade)
    {
        for (const double digit : roundDigits)
        {
            const double tick = digit * std::pow(10, decade);
            if (isCoarse && digit != roundDigits.front())
            {
                continue;
            }
            if (tick <= lowest / margin)
            {
                ticks.clear(); // a later one is closer
            }
            ticks.push_back(tick);
            if (tick >= highest * margin)
            {
                return ticks;
            }
        }
    }
}

FigureAxis::FigureAxis(AxisScale scale, double lowest, double highest, double begin, double end)
    : m_scale(scale),
      m_ticks(scale == AxisScale::Logarithmic ? MakeLogarithmicTicks(lowest, highest)
                                              : MakeLinearTicks(lowest, highest)),
      m_begin(begin),
      m_end(end)
{
}

double
FigureAxis::Place(double value) const
{
    const double first = Transform(m_ticks.front());
    const double last = Transform(m_ticks.back());
    return m_begin + (m_end - m_begin) * (Transform(value) - first) / (last - first);
}

const std::vector<double>&
FigureAxis::GetTicks() const
{
    return m_ticks;
}

double
FigureAxis::Transform(double value) const
{
    return m_scale == AxisScale::Logarithmic ? std::log10(value) : value;
}

} // namespace analysis
