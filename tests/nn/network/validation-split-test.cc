// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "nn/network/trainer.h"
#include "nn/network/validation-split.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace nn::test
{

namespace
{

TrainingSplit
Split(const MultiViewDataSet& dataset, double share, std::uint64_t seed)
{
    TrainingSettings settings;
    settings.validation = share;
    settings.seed = seed;
    return SplitTraining(dataset, settings);
}

/// 30 training samples, 0 to 29: a share of 0.25 is 7.5, rounded to 8.
TEST(ValidationSplit, HoldsOutAShareOfTheTrainingSplit)
{
    const MultiViewDataSet dataset = MakeDataSet(MakeDescription(2), 40, 1);
    const TrainingSplit split = Split(dataset, 0.25, 1);
    EXPECT_EQ(split.validation.size(), 8U);
    EXPECT_TRUE(std::is_sorted(split.validation.begin(), split.validation.end()));
    std::vector<int> all = split.training;
    all.insert(all.end(), split.validation.begin(), split.validation.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all, dataset.GetTrainingSamples());
    EXPECT_EQ(Split(dataset, 0.25, 1).validation, split.validation);
    EXPECT_NE(Split(dataset, 0.25, 2).validation, split.validation);
}

TEST(ValidationSplit, NothingIsHeldOutByDefault)
{
    const MultiViewDataSet dataset = MakeDataSet(MakeDescription(2), 40, 1);
    const TrainingSplit split = SplitTraining(dataset, {});
    EXPECT_EQ(split.training, dataset.GetTrainingSamples());
    EXPECT_TRUE(split.validation.empty());
}

/// Four samples, three of them for training: a tenth of them is none, nine tenths leave none.
TEST(ValidationSplit, TooFewSamples)
{
    const MultiViewDataSet dataset = MakeDataSet(MakeDescription(2), 4, 1);
    EXPECT_THROW(Split(dataset, 0.1, 1), InputError);
    EXPECT_THROW(Split(dataset, 0.9, 1), InputError);
    EXPECT_NO_THROW(Split(dataset, 0.3, 1));
}

/// What is held out may be anything: the trained network is the same.
TEST(ValidationSplit, TrainingDoesNotSeeWhatIsHeldOut)
{
    const NetworkDescription description = MakeDescription(2);
    MultiViewDataSet dataset = MakeDataSet(description, 40, 1);
    TrainingSettings settings;
    settings.epochs = 2;
    settings.batch = 8;
    settings.validation = 0.2;
    const auto train = [&] {
        HierarchicalNetwork network(description, 1);
        Trainer(network, settings).Train(dataset);
        std::vector<std::vector<float>> values;
        for (const NamedTensor& named : network.GetTensors())
        {
            values.push_back(named.tensor->value);
        }
        return values;
    };
    const auto expected = train();
    const TrainingSplit split = SplitTraining(dataset, settings);
    std::fill_n(dataset.GetView(split.validation[0], 0), description.view.Size(), std::uint8_t{77});
    dataset.SetLabel(split.validation[1], (dataset.GetLabel(split.validation[1]) + 1) % 3);
    EXPECT_EQ(train(), expected);
    std::fill_n(dataset.GetView(split.training[0], 0), description.view.Size(), std::uint8_t{77});
    EXPECT_NE(train(), expected);
}

} // namespace

} // namespace nn::test
