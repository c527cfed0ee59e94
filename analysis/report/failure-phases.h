// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_FAILURE_PHASES_H
#define ANALYSIS_FAILURE_PHASES_H

#include "analysis/report/estimate.h"
#include "analysis/report/figure-table.h"
#include "analysis/report/study.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace analysis
{

/// Before the first failure of the run begins; while at least one lasts; after one, and while none
/// lasts. A sample belongs to the phase in which it was captured.
constexpr std::array<const char*, 3> phaseNames = {"before", "during", "after"};

/// A figure of the samples of one phase.
struct PhaseMetric
{
    const char* name; //!< for files, with the unit
    const char* title;
    const char* unit;
    int digits; //!< behind the decimal point
    /// None: samples do not define it.
    std::optional<Estimate> (*estimate)(const std::vector<const StudySample*>& samples);
};

/// Accuracy, lost (shares of the captured samples, %), median and p95 of the decision latency (ms),
/// views missing (mean).
const std::vector<PhaseMetric>& GetPhaseMetrics();

struct PhaseFigures
{
    std::size_t samples = 0; //!< of all runs
    /// By metric. Of several runs: mean over those that define it, Student's t; of one run: with
    /// the interval over its samples.
    std::vector<std::optional<Estimate>> figures;
};

/// How a variant did before, during and after its failures.
struct FailurePhases
{
    std::array<PhaseFigures, phaseNames.size()> phases;
    std::size_t failures = 0; //!< of all runs
    std::size_t detected = 0; //!< those of them of which a node was suspected
    std::size_t recovered = 0;
    /// Mean seconds from the begin of a failure to the suspicion, and from its end until nobody
    /// suspects any more; over the runs that have such failures, each with its mean.
    std::optional<Estimate> detect;
    std::optional<Estimate> recover;
};

/// Whether anything failed in any run.
bool HasFailures(const Study& study);

/// \return none if nothing failed in any run of the variant
std::optional<FailurePhases> FindFailurePhases(const Variant& variant);

/// Three rows for each variant in which anything failed.
/// \param most variants
FigureTable MakePhaseTable(const Study& study, std::size_t most);

} // namespace analysis

#endif // ANALYSIS_FAILURE_PHASES_H
