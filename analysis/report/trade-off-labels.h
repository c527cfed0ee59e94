// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TRADE_OFF_LABELS_H
#define ANALYSIS_TRADE_OFF_LABELS_H

#include "analysis/report/label-placer.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

/// A point that wants a label.
struct LabelledPoint
{
    std::size_t number = 0; //!< of its variant, from 1
    std::string name;
    double x = 0; //!< pixels
    double y = 0;
};

/// A text and its place.
struct PlacedLabel
{
    std::string text;
    Box box;
};

struct TradeOffLabels
{
    enum class Kind
    {
        Names,
        Numbers //!< they need a key
    };

    Kind kind = Kind::Names;
    std::vector<PlacedLabel> labels;
};

/// Names of all points if they are few and short and all find room, otherwise numbers; a number
/// that finds none is left out. Points that lie on each other share a label: `1-3, 7`.
/// \param placer knows what else is in the drawing
TradeOffLabels PlaceLabels(const std::vector<LabelledPoint>& points, const LabelPlacer& placer);

/// "1-3, 7" of numbers that grow.
std::string FormatRanges(const std::vector<std::size_t>& numbers);

/// About as wide as the text is at this size, rather more, in pixels: fonts differ.
double EstimateTextWidth(const std::string& text, double size);

} // namespace analysis

#endif // ANALYSIS_TRADE_OFF_LABELS_H
