// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STUDY_SECONDS_H
#define ANALYSIS_STUDY_SECONDS_H

#include "analysis/report/study.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace analysis
{

/// A row of timeline.csv, as far as it is drawn.
struct Second
{
    double second = 0;
    double begin = 0;
    double wire = 0;
    double payload = 0;
    std::array<std::optional<double>, 4> alive; //!< by tier
};

/// Of all runs of one variant.
struct Seconds
{
    std::vector<Second> rows;
    double offset = 0; //!< where second 0 of its first run begins
    double last = 0;   //!< the greatest second
};

/// Of timeline.csv, which must be there; by variant.
std::vector<Seconds> ReadSeconds(const Study& study);

/// What is drawn of an interval.
struct Bin
{
    double wire = 0;
    double payload = 0;
    std::array<double, 4> alive = {}; //!< sums over its rows
    std::array<std::size_t, 4> rows = {};
};

struct Bins
{
    double width = 1; //!< s, whole
    std::vector<Bin> bins;
};

/// \param seconds with at least one row
/// \param most intervals
Bins MakeBins(const Seconds& seconds, std::size_t most);

} // namespace analysis

#endif // ANALYSIS_STUDY_SECONDS_H
