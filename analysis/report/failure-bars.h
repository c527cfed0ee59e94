// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FAILURE_BARS_H
#define ANALYSIS_FAILURE_BARS_H

#include "analysis/report/study.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace analysis
{

/// The time from the first capture of the first run of a variant to its last.
struct TimeSpan
{
    double begin = 0; //!< s from the start of the run
    double end = 0;
};

TimeSpan GetTimeSpan(const Variant& variant);

/// Failures of the first run of every variant as bars over time: data of charts.
struct FailureBars
{
    /// variant, row (number of its target and kind, from 1), lane (-1: no room), label, from, to,
    /// text.
    nlohmann::json bars = nlohmann::json::array();
    /// When nodes were suspected, and when nobody did any more: variant, label, at, series.
    nlohmann::json marks = nlohmann::json::array();
    std::size_t lanes = 0;    //!< one above the other, at most
    std::size_t notDrawn = 0; //!< failures that are too many
};

FailureBars MakeFailureBars(const Study& study);

/// Layers for a chart over time: thin numbered bars at its top, and a shade below each.
/// \param height of the chart in pixels
nlohmann::json MakeFailureStrip(const FailureBars& failures, double height);

/// Pixels that the strip takes at the top.
double GetStripHeight(const FailureBars& failures);

/// What a bar tells of its failure.
nlohmann::json MakeBarTooltip();

/// The axis of time that all these charts share.
nlohmann::json MakeTimeAxis(const char* field);

/// Settings of charts with such a strip: no vertical lines, which would go by the scale below it.
nlohmann::json MakeTimeConfig();

/// A layer that shows nothing, but makes the axis of time as long as the run in every chart.
nlohmann::json MakeSpanLayer(const Study& study);

} // namespace analysis

#endif // ANALYSIS_FAILURE_BARS_H
