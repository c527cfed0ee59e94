// SPDX-License-Identifier: GPL-2.0-only
// `mpirun -n 3 ddnnsim-mpi run`: the ranks share two processors here.
#include "command-runner.h"

#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace
{

/// \param words behind `run`
CommandResult
RunOnThreeRanks(const CommandRunner& runner, const std::string& words)
{
    return runner.RunInShell(" list keys >/dev/null; OMPI_ALLOW_RUN_AS_ROOT=1 "
                             "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun --oversubscribe -n 3 " +
                             std::string(DDNNSIM_MPI_COMMAND) + " run " + words);
}

} // namespace

TEST(Mpi, ThreeRanksGiveTheSameBytesAsOneProcess)
{
    const CommandRunner runner;
    const std::string words = scenarioC + " --set workload.samples=40 --set replications=9 --set "
                                          "workload.arrivals=poisson --out ";
    ASSERT_EQ(runner.RunInShell(" run " + words + "one --jobs 1 #").status, 0);
    const CommandResult result = RunOnThreeRanks(runner, words + "ranks");
    ASSERT_EQ(result.status, 0) << result.error;
    EXPECT_NE(result.output.find("Results: ranks"), std::string::npos) << result.output;
    for (const char* file :
         {"runs.csv", "samples.csv", "links.csv", "nodes.csv", "failures.csv", "gallery.json"})
    {
        EXPECT_TRUE(ReadText(runner.GetFolder() / "one" / file) ==
                    ReadText(runner.GetFolder() / "ranks" / file))
            << file;
    }
}

TEST(Mpi, ARunThatFailsEndsNoRank)
{
    const CommandRunner runner;
    const CommandResult result =
        RunOnThreeRanks(runner,
                        scenarioC + " --set workload.samples=10000000 --set replications=3 "
                                    "--timeout 1 --out out");
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(GetColumn(ReadCsv(runner.GetFolder() / "out" / "runs.csv"), "status"),
              (std::vector<std::string>{"failed", "failed", "failed"}));
}

TEST(Mpi, BadInputIsSaidOnce)
{
    const CommandRunner runner;
    const CommandResult result = RunOnThreeRanks(runner, "nowhere.yaml");
    EXPECT_EQ(result.status, 2);
    const std::string line = "nowhere.yaml: cannot be read: No such file or directory\n";
    const std::size_t first = result.error.find(line);
    EXPECT_NE(first, std::string::npos) << result.error;
    EXPECT_EQ(result.error.find(line, first + 1), std::string::npos) << result.error;
}
