// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/label-placer.h"

#include <algorithm>
#include <array>

namespace analysis
{

namespace
{

/// Where the middle of a text is, seen from its point.
struct Direction
{
    double x = 0;
    double y = 0;
};

constexpr std::array<Direction, 8> directions = {Direction{1, 0},
                                                 Direction{-1, 0},
                                                 Direction{0, -1},
                                                 Direction{0, 1},
                                                 Direction{1, -1},
                                                 Direction{-1, -1},
                                                 Direction{1, 1},
                                                 Direction{-1, 1}};

/// Pixels between a point and its text.
constexpr std::array<double, 2> distances = {8, 14};

} // namespace

LabelPlacer::LabelPlacer(const Box& area) : m_area(area) {}

void
LabelPlacer::Block(const Box& box)
{
    m_taken.push_back(box);
}

std::optional<Box>
LabelPlacer::Place(double x, double y, double width, double height)
{
    for (const double distance : distances)
    {
        for (const Direction& direction : directions)
        {
            const double middle = x + direction.x * (distance + width / 2);
            const double centre = y + direction.y * (distance + height / 2);
            const Box box = {
                middle - width / 2, centre - height / 2, middle + width / 2, centre + height / 2};
            if (IsFree(box))
            {
                Block(box);
                return box;
            }
        }
    }
    return std::nullopt;
}

bool
LabelPlacer::IsFree(const Box& box) const
{
    const bool isInside = box.left >= m_area.left && box.right <= m_area.right &&
                          box.top >= m_area.top && box.bottom <= m_area.bottom;
    return isInside && std::none_of(m_taken.begin(), m_taken.end(), [&box](const Box& other) {
               return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                      other.top < box.bottom;
           });
}

} // namespace analysis
