// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_RUN_SUMMARY_H
#define ANALYSIS_RUN_SUMMARY_H

#include "analysis/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace analysis
{

enum class RunStatus
{
    Done,
    Failed //!< crashed, was killed, or took too long
};

/// The metrics of one run: a row of runs.csv. Times in nanoseconds. A metric that the run does not
/// define (a latency when no sample was decided, a share of no samples) has no value.
struct RunSummary
{
    std::string scenario;
    std::uint32_t run = 0;
    std::uint64_t seed = 0;
    std::uint32_t replication = 1;
    std::vector<std::string> sweptValues;  //!< one per swept path; empty until the caller fills it
    std::size_t samples = 0;               //!< captured, over all sites
    std::optional<double> accuracy;        //!< correct / captured: a lost sample is wrong
    std::optional<double> accuracyDecided; //!< correct / decided
    std::optional<double> exitLocal;       //!< shares of the captured samples; the four sum to 1
    std::optional<double> exitEdge;
    std::optional<double> exitCloud;
    std::optional<double> lost;
    std::optional<double> decisionLatencyMean;
    std::optional<std::int64_t> decisionLatencyP50;
    std::optional<std::int64_t> decisionLatencyP95;
    std::optional<std::int64_t> decisionLatencyP99;
    std::optional<std::int64_t> responseLatencyP50;
    std::optional<double> payloadBytes; //!< mean per device and sample (left side of Eq. (1))
    std::uint64_t wireBytes = 0;        //!< all links, both directions
    double energyJoules = 0;            //!< all nodes
    std::uint64_t events = 0;
    std::optional<double> joulesPerCorrect;
    /// Capacity / mean power of the nodes of a tier, in seconds; none: on mains.
    std::optional<double> batteryLifeDevice;
    std::optional<double> batteryLifeGateway;
    std::optional<double> batteryLifeEdge;
    std::optional<double>
        lostNoView; //!< shares of the captured samples, by LossReason; sum to lost
    std::optional<double> lostNoScores;
    std::optional<double> lostNoFeatures;
    std::optional<double> lostExpired;
    std::optional<double> lostNodeOff;
    std::optional<double> answerLost; //!< share decided at an exit of which the gateway never heard
    std::optional<double> fallback;   //!< share answered by the gateway at the deadline
    /// Share of which no answer was at the gateway by the deadline; none: there is no deadline.
    std::optional<double> missedDeadline;
    /// Share of the windows in which accuracy (correct / captured) was below the target; windows
    /// begin at the first capture, and those without a capture do not count. None: not measured.
    std::optional<double> inferenceOutage;
    RunStatus status = RunStatus::Done; //!< a failed run has no metrics
    std::string error;                  //!< of a failed one: why
    std::string log;                    //!< of a failed one: the last lines that it printed
    std::uint64_t late = 0; //!< messages of all nodes that came after their sample was closed
    /// Means over the failures that were detected, and from which the run recovered; none: no such
    /// failure.
    std::optional<double> detect;
    std::optional<double> recover;
};

/// Every site is taken to have the same number of devices, and sites to be numbered without gaps.
RunSummary Summarize(const RunRecord& run);

} // namespace analysis

#endif // ANALYSIS_RUN_SUMMARY_H
