// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/mpi/mpi-messages.h"

#include <mpi.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <limits>
#include <stdexcept>
#include <thread>

namespace simulator
{

namespace
{

using nlohmann::json;

constexpr auto pollInterval = std::chrono::milliseconds(1);

bool
HasMpiMessage()
{
    int isThere = 0;
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &isThere, MPI_STATUS_IGNORE);
    return isThere != 0;
}

} // namespace

int
GetMpiRank()
{
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int
GetMpiSize()
{
    int size = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &size);
    return size;
}

void
SendMpi(int rank, MpiTag tag, const std::vector<std::uint8_t>& bytes)
{
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    {
        throw std::runtime_error("a result of " + std::to_string(bytes.size()) +
                                 " bytes is too large for one message of MPI");
    }
    MPI_Send(bytes.data(),
             static_cast<int>(bytes.size()),
             MPI_BYTE,
             rank,
             static_cast<int>(tag),
             MPI_COMM_WORLD);
}

MpiMessage
ReceiveMpi(const std::function<void()>& check)
{
    while (!HasMpiMessage()) // MPI_Recv would spin
    {
        check();
        std::this_thread::sleep_for(pollInterval);
    }
    MPI_Status status;
    int size = 0;
    MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &status);
    MPI_Get_count(&status, MPI_BYTE, &size);
    MpiMessage message;
    message.rank = status.MPI_SOURCE;
    message.tag = static_cast<MpiTag>(status.MPI_TAG);
    message.bytes.resize(static_cast<std::size_t>(size));
    MPI_Recv(message.bytes.data(),
             size,
             MPI_BYTE,
             status.MPI_SOURCE,
             status.MPI_TAG,
             MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    return message;
}

std::vector<std::uint8_t>
EncodePiece(std::size_t piece)
{
    return json::to_cbor(json(piece));
}

std::size_t
DecodePiece(const std::vector<std::uint8_t>& bytes)
{
    return json::from_cbor(bytes).get<std::size_t>();
}

std::vector<std::uint8_t>
EncodeResult(const MpiResult& result)
{
    // What a child printed need not be UTF-8: texts travel as bytes.
    const ChildResult& child = result.result;
    const auto toBytes = [](const std::string& text) {
        return json::binary({text.begin(), text.end()});
    };
    return json::to_cbor(json{{"piece", result.piece},
                              {"outcome", static_cast<int>(child.outcome)},
                              {"bytes", json::binary(child.bytes)},
                              {"error", toBytes(child.error)},
                              {"log", toBytes(child.log)},
                              {"cpu", child.cpuSeconds},
                              {"wall", child.wallSeconds},
                              {"peak", child.peakBytes}});
}

MpiResult
DecodeResult(const std::vector<std::uint8_t>& bytes)
{
    const json value = json::from_cbor(bytes);
    const auto toText = [&value](const char* name) {
        const auto& text = value.at(name).get_binary();
        return std::string(text.begin(), text.end());
    };
    MpiResult result;
    result.piece = value.at("piece").get<std::size_t>();
    result.result.outcome = static_cast<ChildResult::Outcome>(value.at("outcome").get<int>());
    result.result.bytes = value.at("bytes").get_binary();
    result.result.error = toText("error");
    result.result.log = toText("log");
    result.result.cpuSeconds = value.at("cpu").get<double>();
    result.result.wallSeconds = value.at("wall").get<double>();
    result.result.peakBytes = value.at("peak").get<std::uint64_t>();
    return result;
}

} // namespace simulator
