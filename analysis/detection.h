// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_DETECTION_H
#define ANALYSIS_DETECTION_H

#include "analysis/records.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis
{

/// How the aggregation points took a failure. Times in nanoseconds.
struct Detection
{
    /// From its begin until a point suspects the node; 0 if one does already. None: nobody does
    /// before the node fails again.
    std::optional<std::int64_t> detected;
    /// From its end until no point suspects the node any more; a suspicion that comes behind the
    /// end counts. None: it was not detected, or somebody still does when the node fails again or
    /// the run is over.
    std::optional<std::int64_t> recovered;
};

/// By failure, in the order of the record. Failures that do not switch a node off (all kinds but
/// `off` and `battery`) have neither time, nor have nodes that nobody waits for: gateways, the
/// cloud.
std::vector<Detection> FindDetections(const RunRecord& run);

} // namespace analysis

#endif // ANALYSIS_DETECTION_H
