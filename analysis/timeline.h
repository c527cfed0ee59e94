// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_TIMELINE_H
#define ANALYSIS_TIMELINE_H

#include "analysis/records.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace analysis
{

/// One second of a run: a row of timeline.csv. Samples belong to the second of their capture, bytes
/// to the one in which they begin to be sent. Times in nanoseconds.
struct TimelineRow
{
    std::int64_t second = 0; //!< since the first capture, from 0
    std::int64_t begin = 0;  //!< of simulated time
    std::size_t samples = 0; //!< captured
    std::optional<double> accuracy;
    std::optional<double> lost; //!< share of the captured samples
    std::optional<double> decisionLatencyMean;
    std::optional<std::int64_t> decisionLatencyP95;
    std::uint64_t wireBytes = 0;
    std::uint64_t payloadBytes = 0; //!< on all links: again on every hop
    /// Nodes of a tier that are on, mean over the second, or over its part before the end of the
    /// run. None: there is no such tier.
    std::optional<double> devicesAlive;
    std::optional<double> gatewaysAlive;
    std::optional<double> edgesAlive;
    std::optional<double> cloudAlive;
};

/// The seconds from the first capture on in which anything is captured, sent or switched, in order.
/// So a run of a week with a capture an hour has hundreds of rows, not hundreds of thousands.
std::vector<TimelineRow> MakeTimeline(const RunRecord& run);

} // namespace analysis

#endif // ANALYSIS_TIMELINE_H
