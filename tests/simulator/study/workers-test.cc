// SPDX-License-Identifier: GPL-2.0-only
#include "../run/small-world.h"
#include "nn/input-error.h"
#include "simulator/study/child-process.h"
#include "simulator/study/local-workers.h"
#include "simulator/study/run-work.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>

using namespace simulator;

namespace
{

ChildResult
RunChild(const ChildProcess::Work& work)
{
    ChildProcess child(work);
    while (child.Read())
    {
    }
    return child.Collect();
}

using Outcome = ChildResult::Outcome;

} // namespace

TEST(ChildProcess, HandsBackItsBytes)
{
    const std::vector<std::uint8_t> large(1000000, 42);
    const ChildResult result = RunChild([&] { return large; });
    EXPECT_EQ(result.outcome, Outcome::Done);
    EXPECT_EQ(result.bytes, large);
    EXPECT_GT(result.peakBytes, 0U);
}

TEST(ChildProcess, SaysHowItFailed)
{
    ChildResult result =
        RunChild([]() -> std::vector<std::uint8_t> { throw nn::InputError("bad"); });
    EXPECT_EQ(result.outcome, Outcome::BadInput);
    EXPECT_EQ(result.error, "bad");
    result = RunChild([]() -> std::vector<std::uint8_t> { throw std::runtime_error("oops"); });
    EXPECT_EQ(result.outcome, Outcome::Failed);
    EXPECT_EQ(result.error, "oops");
    result = RunChild([]() -> std::vector<std::uint8_t> {
        raise(SIGKILL);
        return {};
    });
    EXPECT_EQ(result.outcome, Outcome::Failed);
    EXPECT_EQ(result.error, "ended by signal 9 (Killed)");
}

TEST(ChildProcess, ItsLastLinesAreKept)
{
    testing::internal::CaptureStderr();
    const ChildResult result = RunChild([]() -> std::vector<std::uint8_t> {
        std::cerr << std::string(5000, 'x') << "\nassert failed\nfile=a.cc\n";
        abort();
    });
    EXPECT_EQ(result.outcome, Outcome::Failed);
    EXPECT_EQ(result.log.size(), 2000U - 1); // without the last line end
    EXPECT_EQ(result.log.substr(result.log.size() - 24), "\nassert failed\nfile=a.cc");
    // What it says is seen at once, too.
    EXPECT_EQ(testing::internal::GetCapturedStderr().size(), 5000U + 25U);
}

TEST(LocalWorkers, KillsWhatTakesTooLong)
{
    const InterruptWatch watch;
    LocalWorkers workers(2, watch, 0.2);
    std::map<std::size_t, ChildResult> results;
    workers.Do(
        {0, 1, 2},
        [](std::size_t piece) {
            if (piece == 1)
            {
                pause();
            }
            return std::vector<std::uint8_t>{static_cast<std::uint8_t>(piece)};
        },
        [&](std::size_t piece, const ChildResult& result) { results[piece] = result; });
    ASSERT_EQ(results.size(), 3U);
    EXPECT_EQ(results[0].bytes, std::vector<std::uint8_t>{0});
    EXPECT_EQ(results[2].bytes, std::vector<std::uint8_t>{2});
    EXPECT_EQ(results[1].outcome, Outcome::Failed);
    EXPECT_EQ(results[1].error, "took longer than the timeout of 0.2 s");
    EXPECT_GE(results[1].wallSeconds, 0.2);
}

TEST(RunWork, ResultsDoNotDependOnTheNumberOfJobs)
{
    const auto dataset = std::make_shared<const nn::MultiViewDataSet>(MakeNoise(2));
    const auto network = MakeNetwork(Describe(2, {2}), *dataset);
    Scenario lossy = MakeScenario();
    GetP2p(lossy, "local").loss = 0.3;
    const auto scenario = std::make_shared<const Scenario>(lossy);
    StudyPlan plan;
    for (std::uint32_t replication = 1; replication <= 5; ++replication)
    {
        plan.runs.push_back({scenario, network, dataset, replication});
    }
    const InterruptWatch watch;
    const auto run = [&](unsigned jobs) {
        std::map<std::size_t, std::vector<std::uint8_t>> encoded;
        LocalWorkers(jobs, watch)
            .Do({0, 1, 2, 3, 4},
                MakeRunWork(plan),
                [&](std::size_t index, const ChildResult& result) {
                    EXPECT_EQ(result.outcome, Outcome::Done);
                    encoded[index] = result.bytes;
                });
        return encoded;
    };
    auto one = run(1);
    EXPECT_EQ(one.size(), 5U);
    EXPECT_EQ(run(2), one);
    EXPECT_EQ(run(7), one);
    EXPECT_NE(one[0], one[1]); // replications differ
}

TEST(RunWork, BadInputFoundInARunIsTheUsersError)
{
    const auto dataset = std::make_shared<const nn::MultiViewDataSet>(MakeNoise(1));
    const auto network = MakeNetwork(Describe(1, {1}), *dataset);
    Scenario scenario = MakeScenario();
    scenario.localExitGateway = 9;
    const StudyPlan plan = {{},
                            {{std::make_shared<const Scenario>(scenario), network, dataset, 1}}};
    const ChildResult result = RunChild([&] { return MakeRunWork(plan)(0); });
    EXPECT_EQ(result.outcome, Outcome::BadInput);
}

TEST(LocalWorkers, ASignalEndsThemAndTheirChildren)
{
    const InterruptWatch watch;
    raise(SIGINT); // blocked: waits to be noticed
    const auto wait = [](std::size_t) -> std::vector<std::uint8_t> {
        pause();
        return {};
    };
    EXPECT_THROW(LocalWorkers(2, watch).Do({0, 1}, wait, [](std::size_t, const ChildResult&) {}),
                 Interrupted);
}
