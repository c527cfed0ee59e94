// SPDX-License-Identifier: GPL-2.0-only
#include "../run/small-world.h"
#include "nn/input-error.h"
#include "simulator/run/simulation.h"
#include "simulator/study/child-process.h"
#include "simulator/study/executor.h"

#include <gtest/gtest.h>

#include <csignal>

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

TEST(Executor, ResultsDoNotDependOnTheNumberOfJobs)
{
    const auto dataset = std::make_shared<const nn::MultiViewDataSet>(MakeNoise(2));
    const auto network = MakeNetwork(Describe(2, {2}), *dataset);
    Scenario lossy = MakeScenario();
    GetP2p(lossy, "local").loss = 0.3;
    const auto scenario = std::make_shared<const Scenario>(lossy);
    std::vector<PlannedRun> plan;
    for (std::uint32_t replication = 1; replication <= 5; ++replication)
    {
        plan.push_back({scenario, network, dataset, replication, {}});
    }
    const InterruptWatch watch;
    const auto run = [&](unsigned jobs) {
        std::vector<std::vector<std::uint8_t>> encoded;
        std::size_t calls = 0;
        for (const FinishedRun& finished :
             Execute(plan, jobs, watch, [&](std::size_t) { ++calls; }))
        {
            encoded.push_back(Encode(finished.output));
        }
        EXPECT_EQ(calls, plan.size());
        return encoded;
    };
    const auto one = run(1);
    EXPECT_EQ(run(2), one);
    EXPECT_EQ(run(7), one);
    EXPECT_NE(one[0], one[1]); // replications differ
}

TEST(Executor, BadInputFoundInARunIsTheUsersError)
{
    const auto dataset = std::make_shared<const nn::MultiViewDataSet>(MakeNoise(1));
    const auto network = MakeNetwork(Describe(1, {1}), *dataset);
    Scenario scenario = MakeScenario();
    scenario.localExitGateway = 9;
    const std::vector<PlannedRun> plan = {
        {std::make_shared<const Scenario>(scenario), network, dataset, 1, {}}};
    EXPECT_THROW(Execute(plan, 1, InterruptWatch(), [](std::size_t) {}), nn::InputError);
}

TEST(Executor, ASignalEndsItAndItsChildren)
{
    const auto dataset = std::make_shared<const nn::MultiViewDataSet>(MakeNoise(1));
    const auto network = MakeNetwork(Describe(1, {1}), *dataset);
    Scenario scenario = MakeScenario();
    scenario.workload.samples = 1000000;
    const std::vector<PlannedRun> plan(
        2, {std::make_shared<const Scenario>(scenario), network, dataset, 1, {}});
    const InterruptWatch watch;
    raise(SIGINT); // blocked: waits to be noticed
    EXPECT_THROW(Execute(plan, 2, watch, [](std::size_t) {}), Interrupted);
}
