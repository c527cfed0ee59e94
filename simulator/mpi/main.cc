// SPDX-License-Identifier: GPL-2.0-only
// mpirun -n 9 ddnnsim-mpi run SCENARIO...: `ddnnsim run` on the ranks of an MPI job.
#include "nn/input-error.h"
#include "nn/keep-freed-memory.h"
#include "simulator/commands/run-command.h"
#include "simulator/mpi/mpi-server.h"
#include "simulator/mpi/mpi-workers.h"
#include "simulator/study/run-study.h"
#include "simulator/study/run-work.h"

#include <mpi.h>

#include <csignal>
#include <iostream>

namespace
{

using namespace simulator;

constexpr int badInput = 2;

int
Lead(RunRequest& request, MpiWorkers& workers)
{
    const InterruptWatch watch;
    if (request.until) // a growing plan is known to this rank alone
    {
        throw nn::InputError("ddnnsim-mpi: --until works in one process only, expected ddnnsim");
    }
    if (GetMpiSize() == 1)
    {
        LocalWorkers alone(1, watch, request.timeoutSeconds);
        return RunWith(request, alone);
    }
    return RunWith(request, workers);
}

/// Rank 0: everything but the simulations.
int
RunMaster(const std::vector<std::string>& arguments)
{
    MpiWorkers workers;
    int status = 0;
    try
    {
        if (auto request = ParseRunRequest(arguments))
        {
            status = Lead(*request, workers);
        }
    }
    catch (const nn::InputError& error)
    {
        std::cerr << error.what() << '\n';
        status = badInput;
    }
    std::cout.flush();
    workers.Dismiss();
    return status;
}

/// Every other rank makes the same plan, and does the runs that it is told to. What is wrong with
/// the input is told by the master.
int
RunServer(const std::vector<std::string>& arguments)
{
    std::cout.setstate(std::ios::failbit); // help is printed once
    try
    {
        const InterruptWatch watch;
        if (auto request = ParseRunRequest(arguments))
        {
            SetOutputPrefixes(request->plan, std::filesystem::absolute(request->directory));
            ServeMpi(MakeRunWork(request->plan), watch, request->timeoutSeconds);
            return 0;
        }
        RefuseMpi("has nothing to do");
    }
    catch (const nn::InputError& error)
    {
        RefuseMpi(error.what());
    }
    catch (const Interrupted&)
    {
        return 130;
    }
    return 0;
}

int
Run(const std::vector<std::string>& words)
{
    const bool isMaster = GetMpiRank() == 0;
    if (words.empty() || words[0] != "run")
    {
        if (isMaster)
        {
            std::cerr << "ddnnsim-mpi: expected 'ddnnsim-mpi run SCENARIO...', under mpirun or "
                         "srun; for all else there is ddnnsim\n";
        }
        return badInput;
    }
    const std::vector<std::string> arguments(words.begin() + 1, words.end());
    return isMaster ? RunMaster(arguments) : RunServer(arguments);
}

} // namespace

int
main(int argc, char** argv)
{
    MPI_Init(&argc, &argv);
    std::signal(SIGPIPE, SIG_IGN);
    nn::KeepFreedMemory();
    const int status = Run({argv + 1, argv + argc});
    MPI_Finalize();
    return status;
}
