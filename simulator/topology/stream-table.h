// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_STREAM_TABLE_H
#define SIMULATOR_STREAM_TABLE_H

#include <cstdint>

namespace simulator
{

/// What a random stream is for. The order is part of every result: append, never insert.
enum class StreamPurpose : std::int64_t
{
    Arrivals = 1,
    LocalLinkLoss = 2,
    EdgeLinkLoss = 3,
    MetroLinkLoss = 4,
    BackhaulLinkLoss = 5,
    LocalMedium = 6, // MediumPlace::streamsPerNode of each lower node
    EdgeMedium = 7,
    MetroMedium = 8,
    BackhaulMedium = 9,
    Background = 10,
    SpareLinkLoss = 11,
    SpareMedium = 12,
    // Of each record in the list of failures; below: GetFailureTimes, GetFailureDraws.
    FirstFailureTimes = 1024,
    FirstFailureDraws = 2048
};

/// When a record of the list of failures fails. A purpose for each: one more record at the end of
/// the list changes no draw of the others.
/// \param record from 0, below 1024
constexpr StreamPurpose
GetFailureTimes(std::uint32_t record)
{
    return static_cast<StreamPurpose>(static_cast<std::int64_t>(StreamPurpose::FirstFailureTimes) +
                                      record);
}

/// What such a failure itself draws.
constexpr StreamPurpose
GetFailureDraws(std::uint32_t record)
{
    return static_cast<StreamPurpose>(static_cast<std::int64_t>(StreamPurpose::FirstFailureDraws) +
                                      record);
}

/// Number of a random stream. It depends on what the stream is for and on nothing else, so one more
/// camera or site changes no draw of the others.
/// \param index of the thing in its site, below 2^21; \param site below 2^21
constexpr std::int64_t
GetStream(StreamPurpose purpose, std::uint32_t site, std::uint32_t index = 0)
{
    return (static_cast<std::int64_t>(purpose) << 42) | (static_cast<std::int64_t>(site) << 21) |
           index;
}

} // namespace simulator

#endif // SIMULATOR_STREAM_TABLE_H
