// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/mpi/mpi-server.h"

#include "simulator/mpi/mpi-messages.h"
#include "simulator/study/local-workers.h"

namespace simulator
{

namespace
{

constexpr int master = 0;

} // namespace

void
ServeMpi(const Workers::Work& work, const InterruptWatch& watch, double timeoutSeconds)
{
    LocalWorkers worker(1, watch, timeoutSeconds);
    SendMpi(master, MpiTag::Ready);
    for (;;)
    {
        const MpiMessage message = ReceiveMpi(InterruptWatch::Check);
        if (message.tag == MpiTag::Stop)
        {
            return;
        }
        worker.Do(
            {DecodePiece(message.bytes)}, work, [](std::size_t piece, const ChildResult& result) {
                SendMpi(master, MpiTag::Result, EncodeResult({piece, result}));
            });
    }
}

void
RefuseMpi(const std::string& reason)
{
    SendMpi(master, MpiTag::Refused, {reason.begin(), reason.end()});
}

} // namespace simulator
