// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/reproduce/training-codec.h"
#include "simulator/reproduce/training-store.h"
#include "small-data-set.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace simulator;
namespace fs = std::filesystem;

namespace
{

class TrainingStoreTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        folder = fs::path(testing::TempDir()) / ("trainings-" + std::to_string(getpid()));
        training.dataset = std::make_shared<const nn::MultiViewDataSet>(MakeSmallDataSet());
        training.datasetHash = training.dataset->GetHash();
        nn::NetworkDescription& network = training.variant.network;
        network.view = {3, 8, 8};
        network.cameras = {0, 1, 2};
        network.device.filters = {2};
        network.cloud.filters = {3};
        training.settings.epochs = 1;
    }

    void TearDown() override
    {
        fs::remove_all(folder);
    }

    std::string Encode() const
    {
        return EncodeTraining(DescribeTraining(training), training, Train(training));
    }

    fs::path GetOnlyFile() const
    {
        EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
        return fs::directory_iterator(folder)->path();
    }

    fs::path folder;
    Training training;
};

void
ExpectSame(const nn::Evaluation& left, const nn::Evaluation& right)
{
    ASSERT_EQ(left.GetSamples().size(), right.GetSamples().size());
    for (std::size_t i = 0; i < left.GetSamples().size(); ++i)
    {
        const nn::SampleEvaluation& one = left.GetSamples()[i];
        const nn::SampleEvaluation& two = right.GetSamples()[i];
        EXPECT_EQ(one.sample, two.sample);
        EXPECT_EQ(one.label, two.label);
        EXPECT_EQ(one.devices, two.devices);
        EXPECT_EQ(one.seen, two.seen);
        EXPECT_EQ(one.local.prediction, two.local.prediction);
        EXPECT_EQ(one.local.entropy, two.local.entropy); // to the last bit
        EXPECT_EQ(one.cloud.prediction, two.cloud.prediction);
    }
    EXPECT_EQ(left.GetResult({0.8, 1}).bytes, right.GetResult({0.8, 1}).bytes);
}

} // namespace

TEST_F(TrainingStoreTest, GivesBackWhatWasSaved)
{
    const TrainingStore store(folder);
    EXPECT_FALSE(store.Find(training));
    store.Save(training, Encode());
    const auto found = store.Find(training);
    ASSERT_TRUE(found);
    const TrainingResult expected = Train(training);
    EXPECT_EQ(found->deviceBytes, expected.deviceBytes);
    ExpectSame(found->evaluation, expected.evaluation);
    ASSERT_EQ(found->withFailed.size(), 3U);
    for (int device = 0; device < 3; ++device)
    {
        ExpectSame(found->withFailed[device], expected.withFailed[device]);
        EXPECT_EQ(found->withFailed[device].GetSamples()[0].devices[device], -1);
    }
}

TEST_F(TrainingStoreTest, AnythingThatMattersMakesAnotherTraining)
{
    const std::string description = DescribeTraining(training);
    Training other = training;
    other.variant.network.name = "only a name";
    EXPECT_EQ(DescribeTraining(other), description);
    const auto change = [&](const auto& function) {
        other = training;
        function();
        EXPECT_NE(DescribeTraining(other), description);
    };
    change([&] { other.settings.seed = 2; });
    change([&] { other.settings.epochs = 2; });
    change([&] { other.settings.weights.local = 0.5; });
    change([&] { other.variant.network.cameras = {0, 2}; });
    change([&] { other.variant.network.device.exit = nn::Aggregation::Average; });
    change([&] { other.source.source = "elsewhere.npz"; });
    change([&] { other.datasetHash = "another"; });
}

TEST_F(TrainingStoreTest, DamagedFilesDoNotCount)
{
    const TrainingStore store(folder);
    const std::string good = Encode();
    store.Save(training, good);
    const fs::path path = GetOnlyFile();
    for (const std::string& bad : {good.substr(0, good.size() / 2),
                                   good.substr(0, good.size() - 1),
                                   std::string(),
                                   std::string("{}"),
                                   "[" + good + "]"})
    {
        std::ofstream(path, std::ios::binary) << bad;
        EXPECT_FALSE(store.Find(training));
    }
    store.Save(training, good);
    EXPECT_TRUE(store.Find(training));
    EXPECT_EQ(GetOnlyFile(), path); // nothing temporary is left
}

TEST_F(TrainingStoreTest, ResultOfAnotherTrainingUnderTheSameNameDoesNotCount)
{
    const TrainingStore store(folder);
    const std::string text = Encode();
    training.settings.seed = 2;
    store.Save(training, text);
    EXPECT_FALSE(store.Find(training));
}

TEST_F(TrainingStoreTest, FolderThatCannotBeMade)
{
    fs::create_directories(folder);
    std::ofstream(folder / "file") << "text";
    EXPECT_THROW(TrainingStore(folder / "file" / "trainings"), nn::InputError);
}
