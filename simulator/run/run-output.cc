// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/run-output.h"

#include "analysis/csv.h"
#include "simulator/run/story-description.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <sstream>

namespace nlohmann
{

template <typename T>
struct adl_serializer<std::optional<T>>
{
    static void to_json(json& target, const std::optional<T>& value)
    {
        target = value ? json(*value) : json(nullptr);
    }

    static void from_json(const json& source, std::optional<T>& value)
    {
        value = source.is_null() ? std::nullopt : std::optional<T>(source.get<T>());
    }
};

} // namespace nlohmann

namespace analysis
{

// Every metric: a new one goes in here, too. (How a run failed is not told by itself.)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RunSummary,
                                   scenario,
                                   run,
                                   seed,
                                   replication,
                                   sweptValues,
                                   samples,
                                   accuracy,
                                   accuracyDecided,
                                   exitLocal,
                                   exitEdge,
                                   exitCloud,
                                   lost,
                                   decisionLatencyMean,
                                   decisionLatencyP50,
                                   decisionLatencyP95,
                                   decisionLatencyP99,
                                   responseLatencyP50,
                                   payloadBytes,
                                   wireBytes,
                                   energyJoules,
                                   events,
                                   joulesPerCorrect,
                                   batteryLifeDevice,
                                   batteryLifeGateway,
                                   batteryLifeEdge,
                                   lostNoView,
                                   lostNoScores,
                                   lostNoFeatures,
                                   lostExpired,
                                   lostNodeOff,
                                   answerLost,
                                   fallback,
                                   missedDeadline,
                                   inferenceOutage,
                                   late,
                                   detect,
                                   recover)

} // namespace analysis

namespace simulator
{

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RunOutput,
                                   summary,
                                   samples,
                                   links,
                                   nodes,
                                   failures,
                                   timeline,
                                   suspicions,
                                   warnings,
                                   topology,
                                   stories)

RunOutput
MakeOutput(const analysis::RunRecord& record)
{
    std::ostringstream samples;
    std::ostringstream links;
    std::ostringstream nodes;
    std::ostringstream failures;
    std::ostringstream timeline;
    std::ostringstream suspicions;
    analysis::WriteSampleRows(samples, record);
    analysis::WriteLinkRows(links, record);
    analysis::WriteNodeRows(nodes, record);
    analysis::WriteFailureRows(failures, record);
    analysis::WriteTimelineRows(timeline, record);
    analysis::WriteSuspicionRows(suspicions, record);
    return {analysis::Summarize(record),
            samples.str(),
            links.str(),
            nodes.str(),
            failures.str(),
            timeline.str(),
            suspicions.str(),
            record.warnings,
            DescribeTopology(record),
            DescribeStories(record)};
}

std::vector<std::uint8_t>
Encode(const RunOutput& output)
{
    return nlohmann::json::to_cbor(nlohmann::json(output));
}

RunOutput
Decode(const std::vector<std::uint8_t>& bytes)
{
    return nlohmann::json::from_cbor(bytes).get<RunOutput>();
}

} // namespace simulator
