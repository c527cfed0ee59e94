// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/mpi/mpi-workers.h"

#include "nn/input-error.h"
#include "simulator/study/interrupt-watch.h"

namespace simulator
{

MpiWorkers::MpiWorkers() : m_working(GetMpiSize() - 1) {}

void
MpiWorkers::Do(const std::vector<std::size_t>& pieces,
               const Work& /*the other ranks know it*/,
               const Finish& finish)
{
    m_pieces = pieces;
    while (m_working > 0)
    {
        const MpiMessage message = ReceiveMpi(InterruptWatch::Check);
        if (message.tag == MpiTag::Refused)
        {
            --m_working;
            throw nn::InputError("rank " + std::to_string(message.rank) + ": " +
                                 std::string(message.bytes.begin(), message.bytes.end()));
        }
        if (message.tag == MpiTag::Result)
        {
            const MpiResult result = DecodeResult(message.bytes);
            HandOut(message.rank);
            finish(result.piece, result.result);
            continue;
        }
        HandOut(message.rank);
    }
}

void
MpiWorkers::HandOut(int rank)
{
    if (m_next < m_pieces.size())
    {
        SendMpi(rank, MpiTag::Piece, EncodePiece(m_pieces[m_next++]));
        return;
    }
    SendMpi(rank, MpiTag::Stop);
    --m_working;
}

void
MpiWorkers::Dismiss()
{
    while (m_working > 0)
    {
        const MpiMessage message = ReceiveMpi([] {});
        --m_working;
        if (message.tag != MpiTag::Refused)
        {
            SendMpi(message.rank, MpiTag::Stop);
        }
    }
}

bool
MpiWorkers::HasWorking() const
{
    return m_working > 0;
}

} // namespace simulator
