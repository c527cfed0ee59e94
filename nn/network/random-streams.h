// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_RANDOM_STREAMS_H
#define NN_RANDOM_STREAMS_H

#include <cstdint>

namespace nn
{

/// Streams of SplitMix64 that training uses. Each node has its own, so that one more device leaves
/// the initial weights of the others as they are. (The data set `street` uses the stream of a
/// sample's number, with its own seed.)
namespace random_streams
{

constexpr std::uint64_t shuffling = 1'000'000;
constexpr std::uint64_t cloudWeights = 1'000'001;
constexpr std::uint64_t localExitWeights = 1'000'002;
constexpr std::uint64_t edgeExitWeights = 1'000'003;
constexpr std::uint64_t validationSplit = 1'000'004;
/// Failures of devices: one stream for each step of the optimizer.
constexpr std::uint64_t firstFailures = 1'000'000'000;
constexpr std::uint64_t firstDeviceWeights = 2'000'000;
constexpr std::uint64_t firstEdgeWeights = 3'000'000;

} // namespace random_streams

} // namespace nn

#endif // NN_RANDOM_STREAMS_H
