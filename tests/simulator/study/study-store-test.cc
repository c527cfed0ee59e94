// SPDX-License-Identifier: GPL-2.0-only
#include "../run/small-world.h"
#include "analysis/run-columns.h"
#include "nn/input-error.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/study/run-identity.h"
#include "simulator/study/study-store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

using namespace simulator;
namespace fs = std::filesystem;

namespace
{

class StudyStoreTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        fs::create_directories(root);
    }

    void TearDown() override
    {
        fs::remove_all(root);
    }

    /// Replications 1 to n of the small scenario.
    StudyPlan MakePlan(std::uint32_t replications, std::uint64_t seed = 1) const
    {
        Scenario one = MakeScenario();
        one.network = root / "network"; // its content is part of what a run is
        one.seed = seed;
        one.replications = replications;
        std::ofstream(one.network) << "weights";
        const auto scenario = std::make_shared<const Scenario>(one);
        StudyPlan plan;
        for (std::uint32_t replication = 1; replication <= replications; ++replication)
        {
            plan.runs.push_back({scenario, network, dataset, replication});
        }
        return plan;
    }

    static std::string Describe(const PlannedRun& run, InputHashes& /*hashes*/)
    {
        return run.scenario->name;
    }

    static ChildResult MakeDone(std::uint8_t byte)
    {
        ChildResult result;
        result.outcome = ChildResult::Outcome::Done;
        result.bytes = {byte, 0, 255};
        result.cpuSeconds = 0.5;
        return result;
    }

    static std::vector<std::string> Identify(const StudyPlan& plan)
    {
        InputHashes hashes;
        return IdentifyRuns(plan, hashes);
    }

    using Places = std::vector<std::size_t>;

    const fs::path root = fs::path(testing::TempDir()) / ("store-" + std::to_string(getpid()));
    const fs::path file = root / "study.sqlite";
    const std::shared_ptr<const nn::MultiViewDataSet> dataset =
        std::make_shared<const nn::MultiViewDataSet>(MakeNoise(1));
    const std::shared_ptr<const nn::NetworkInference> network =
        MakeNetwork(::Describe(1, {1}), *dataset);
};

} // namespace

TEST_F(StudyStoreTest, KeepsWhatWasPut)
{
    {
        StudyStore store(file);
        EXPECT_EQ(store.Begin(MakePlan(3), Describe), (Places{0, 1, 2}));
        store.Put(1, MakeDone(42));
        ChildResult failed;
        failed.error = "ended by signal 11";
        failed.log = "last words";
        store.Put(2, failed);
    }
    StudyStore store(file);
    EXPECT_EQ(store.Begin(MakePlan(3), Describe), (Places{0, 2})); // a failed run is tried again
    EXPECT_EQ(store.CountDone(), 1U);
    std::vector<StoredRun> runs;
    store.ForEachRun([&](const StoredRun& run) { runs.push_back(run); });
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].run, 2U);
    EXPECT_EQ(runs[0].replication, 2U);
    EXPECT_EQ(runs[0].output, MakeDone(42).bytes);
    EXPECT_EQ(runs[0].cpuSeconds, 0.5);
    std::vector<std::string> scenarios;
    store.ForEachScenario([&](const std::string& description, const StoredRun& first) {
        scenarios.push_back(description);
        EXPECT_EQ(first.run, 1U);
    });
    EXPECT_EQ(scenarios, std::vector<std::string>{MakeScenario().name});
}

TEST_F(StudyStoreTest, AFailedRunSaysWhy)
{
    StudyStore store(file);
    store.Begin(MakePlan(1), Describe);
    ChildResult failed;
    failed.error = "ended by signal 11";
    failed.log = "last\nwords";
    store.Put(0, failed);
    store.ForEachRun([&](const StoredRun& run) {
        EXPECT_FALSE(run.isDone);
        EXPECT_EQ(run.error, failed.error);
        EXPECT_EQ(run.log, failed.log);
    });
    EXPECT_EQ(store.CountDone(), 0U);
}

TEST_F(StudyStoreTest, AStudyThatGrewKeepsItsRuns)
{
    StudyStore store(file);
    const StudyPlan two = MakePlan(2);
    store.Begin(two, Describe);
    store.Put(0, MakeDone(1));
    store.Put(1, MakeDone(2));
    // Another seed comes before, and a third replication behind.
    StudyPlan grown = MakePlan(1, 7);
    const StudyPlan three = MakePlan(3);
    grown.runs.insert(grown.runs.end(), three.runs.begin(), three.runs.end());
    EXPECT_EQ(store.Begin(grown, Describe), (Places{0, 3}));
    std::vector<std::uint32_t> numbers;
    store.ForEachRun([&](const StoredRun& run) { numbers.push_back(run.run); });
    EXPECT_EQ(numbers, (std::vector<std::uint32_t>{2, 3}));
    // But it does not lose any.
    EXPECT_THROW(store.Begin(MakePlan(1), Describe), nn::InputError);
    EXPECT_EQ(store.CountDone(), 2U);
    store.Clear();
    EXPECT_EQ(store.Begin(MakePlan(1), Describe), Places{0});
}

TEST_F(StudyStoreTest, ARunWithFilesOfItsOwnIsKeptUnderItsNumberOnly)
{
    StudyStore store(file);
    StudyPlan plan = MakePlan(2);
    Scenario writes = *plan.runs.front().scenario;
    writes.outputs["pcap"] = true;
    for (PlannedRun& run : plan.runs)
    {
        run.scenario = std::make_shared<const Scenario>(writes);
    }
    store.Begin(plan, Describe);
    store.Put(0, MakeDone(1));
    store.Put(1, MakeDone(2));
    EXPECT_EQ(store.Begin(plan, Describe), Places{});
    StudyPlan grown = MakePlan(1, 7);
    grown.runs.insert(grown.runs.begin(), plan.runs.front());
    grown.runs.push_back(plan.runs.back());
    EXPECT_EQ(store.Begin(grown, Describe), (Places{1, 2}));
}

TEST_F(StudyStoreTest, MoreStoriesAreWorthAnotherRun)
{
    StudyStore store(file);
    StudyPlan plan = MakePlan(1);
    plan.runs[0].stories = 2;
    store.Begin(plan, Describe);
    store.Put(0, MakeDone(1));
    plan.runs[0].stories = 1;
    EXPECT_EQ(store.Begin(plan, Describe), Places{});
    plan.runs[0].stories = 3;
    EXPECT_EQ(store.Begin(plan, Describe), Places{0});
}

TEST_F(StudyStoreTest, OneProcessAtATime)
{
    StudyStore store(file);
    const pid_t child = fork();
    if (child == 0)
    {
        try
        {
            StudyStore second(file);
            _exit(0);
        }
        catch (const nn::InputError&)
        {
            _exit(2);
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 2);
}

TEST_F(StudyStoreTest, SomethingElseIsRefused)
{
    std::ofstream(file) << std::string(5000, 'x');
    EXPECT_THROW(StudyStore store(file), nn::InputError);
    fs::remove(file);
    {
        Database other(file);
        other.Execute("CREATE TABLE t (a)");
    }
    EXPECT_THROW(StudyStore store(file), nn::InputError);
}

TEST_F(StudyStoreTest, AnotherVersionIsRefused)
{
    StudyStore(file).Begin(MakePlan(1), Describe);
    Database(file).Execute("UPDATE study SET value = 'ddnnsim 0.0.1' WHERE name = 'version'");
    StudyStore store(file);
    EXPECT_THROW(store.Begin(MakePlan(1), Describe), nn::InputError);
}

TEST_F(StudyStoreTest, ARunIsWhatItSimulates)
{
    const std::vector<std::string> first = Identify(MakePlan(2));
    EXPECT_NE(first[0], first[1]);
    EXPECT_EQ(Identify(MakePlan(5))[1], first[1]); // how many there are does not matter
    EXPECT_NE(Identify(MakePlan(2, 9))[0], first[0]);
    StudyPlan plan = MakePlan(1);
    Scenario moved = *plan.runs[0].scenario;
    moved.network = root / "elsewhere"; // where a file lies does not matter, its content does
    plan.runs[0].scenario = std::make_shared<const Scenario>(moved);
    std::ofstream(moved.network) << "weights";
    EXPECT_EQ(Identify(plan)[0], first[0]);
    std::ofstream(moved.network) << "other";
    EXPECT_NE(Identify(plan)[0], first[0]);
    fs::remove(moved.network);
    EXPECT_THROW(Identify(plan), nn::InputError);
    // The same simulation twice is two runs.
    StudyPlan twice = MakePlan(1);
    twice.runs.push_back(twice.runs.front());
    const std::vector<std::string> both = Identify(twice);
    EXPECT_NE(both[0], both[1]);
}

TEST(RunColumns, AColumnIsAMetricOrASweptKeyButNotBoth)
{
    Scenario scenario = MakeDefaultScenario();
    const KeyTable keys = MakeScenarioKeys(scenario);
    for (const analysis::RunColumn& column : analysis::GetRunColumns())
    {
        EXPECT_EQ(keys.Find(column.name), nullptr) << column.name;
    }
}
