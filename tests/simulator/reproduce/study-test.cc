// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/data-set-file.h"
#include "simulator/reproduce/paper-networks.h"
#include "simulator/reproduce/study.h"
#include "small-data-set.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

using namespace simulator;
namespace fs = std::filesystem;

namespace
{

class StudyTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        folder = fs::path(testing::TempDir()) / ("study-" + std::to_string(getpid()));
        fs::create_directories(folder);
        nn::SaveDataSet(folder / "small.npz", MakeSmallDataSet());
    }

    void TearDown() override
    {
        fs::remove_all(folder);
    }

    Study MakeStudy() const
    {
        return Study({folder / "small.npz", 2, 1}, [](int) {});
    }

    fs::path folder;
    InterruptWatch watch;
};

} // namespace

TEST_F(StudyTest, EqualNetworksAreTrainedOnce)
{
    Study study = MakeStudy();
    const TrainingStore store(folder / "trainings");
    TrainingRunner runner(store, 2, watch, [](std::size_t, std::size_t) {});
    const Variant baseline = MakeBaseline(study);
    const Variant scheme =
        MakeWithAggregation(study, nn::Aggregation::Max, nn::Aggregation::Concatenate);
    EXPECT_FALSE(study.Knows(baseline));
    study.Train({baseline, scheme, MakeWithFilters(study, 4)}, runner);
    EXPECT_EQ(runner.GetTrained(), 2U); // one for each seed
    EXPECT_TRUE(study.Knows(scheme));
    EXPECT_EQ(study.GetResults(baseline).size(), 2U);
    study.Train({scheme, MakeIndividual(study, 0)}, runner);
    EXPECT_EQ(runner.GetTrained(), 4U);

    Study again = MakeStudy();
    TrainingRunner nothing(store, 2, watch, [](std::size_t, std::size_t) { FAIL() << "trains"; });
    again.Train({baseline}, nothing);
    EXPECT_EQ(nothing.GetTrained(), 0U);
    EXPECT_EQ(nothing.GetKept(), 2U);
}

// What the individual network learns does not depend on the cloud section that it must have.
TEST_F(StudyTest, IndividualNetworksAreADeviceAlone)
{
    Study study = MakeStudy();
    const TrainingStore store(folder / "trainings");
    TrainingRunner runner(store, 2, watch, [](std::size_t, std::size_t) {});
    const Variant small = MakeIndividual(study, 1);
    Variant large = small;
    large.network.cloud.filters = {8};
    study.Train({small, large}, runner);
    for (int seed = 0; seed < 2; ++seed)
    {
        const auto& one = study.GetResults(small)[seed].evaluation.GetSamples();
        const auto& two = study.GetResults(large)[seed].evaluation.GetSamples();
        for (int i = 0; i < smallTestSamples; ++i)
        {
            EXPECT_EQ(one[i].devices, two[i].devices);
            EXPECT_EQ(one[i].local.entropy, two[i].local.entropy);
        }
    }
}
