// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/record-codec.h"

#include <nlohmann/json.hpp>

#include <optional>

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

// Every member of every record: a new member goes in here, too.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SampleRecord,
                                   site,
                                   sample,
                                   capture,
                                   label,
                                   prediction,
                                   exit,
                                   entropyLocal,
                                   entropyEdge,
                                   decisionLatency,
                                   responseLatency,
                                   compute,
                                   queue,
                                   network,
                                   wait,
                                   payloadBytes,
                                   viewsMissing)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(
    LinkRecord, link, direction, kind, bytes, packets, dropped, utilization)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NodeRecord,
                                   node,
                                   tier,
                                   busySeconds,
                                   queueMax,
                                   inferences,
                                   computeJoules,
                                   radioJoules,
                                   aliveSeconds)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(
    RunRecord, scenario, run, seed, replication, deviceCount, events, samples, links, nodes)

} // namespace analysis

namespace simulator
{

std::vector<std::uint8_t>
Encode(const analysis::RunRecord& record)
{
    return nlohmann::json::to_cbor(nlohmann::json(record));
}

analysis::RunRecord
Decode(const std::vector<std::uint8_t>& bytes)
{
    return nlohmann::json::from_cbor(bytes).get<analysis::RunRecord>();
}

} // namespace simulator
