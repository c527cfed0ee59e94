// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_MPI_MESSAGES_H
#define SIMULATOR_MPI_MESSAGES_H

#include "simulator/study/child-process.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace simulator
{

/// Kinds of messages between the master, which is rank 0, and the other ranks: tags of MPI.
enum class MpiTag : int
{
    Ready = 1, //!< to the master: give me work
    Refused,   //!< to the master: this rank cannot work; the text says why
    Result,    //!< to the master: number of the piece and what became of it
    Piece,     //!< from the master: number of a piece
    Stop       //!< from the master: there is no more work
};

/// A message as it came.
struct MpiMessage
{
    int rank = 0; //!< who sent it
    MpiTag tag = MpiTag::Ready;
    std::vector<std::uint8_t> bytes;
};

/// The result of a piece of work.
struct MpiResult
{
    std::size_t piece = 0;
    ChildResult result;
};

int GetMpiRank();
int GetMpiSize();
void SendMpi(int rank, MpiTag tag, const std::vector<std::uint8_t>& bytes = {});
/// Waits for a message, from anyone. The processor is free meanwhile: there may be a simulation
/// on it.
/// \param check called now and then; what it throws ends the wait
MpiMessage ReceiveMpi(const std::function<void()>& check);

std::vector<std::uint8_t> EncodePiece(std::size_t piece);
std::size_t DecodePiece(const std::vector<std::uint8_t>& bytes);
std::vector<std::uint8_t> EncodeResult(const MpiResult& result);
MpiResult DecodeResult(const std::vector<std::uint8_t>& bytes);

} // namespace simulator

#endif // SIMULATOR_MPI_MESSAGES_H
