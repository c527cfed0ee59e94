// SPDX-License-Identifier: GPL-2.0-only
#include "../data/expect-input-error.h"
#include "nn/input-error.h"
#include "nn/network/evaluation.h"
#include "nn/network/trainer.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn::test
{

namespace
{

/// First step: m = 0.1 g, v = 0.001 g^2, both corrected to g and g^2: the step is the learning rate
/// against the sign of g. At the bound, the parameter stays there.
TEST(Adam, FirstStepByHand)
{
    Tensor parameter = MakeParameter({3}, 0.5F);
    parameter.value[2] = 0.999F;
    parameter.gradient = {3.0F, -0.01F, -1.0F};
    Tensor statistic = MakeStatistic({1}, 7.0F);
    Adam adam({{"a", &parameter}, {"b", &statistic}}, 0.01);
    adam.Step();
    EXPECT_NEAR(parameter.value[0], 0.49, 1e-6);
    EXPECT_NEAR(parameter.value[1], 0.51, 1e-6);
    EXPECT_EQ(parameter.value[2], 1.0F);
    EXPECT_EQ(statistic.value[0], 7.0F);
}

/// Second step with the gradient 0: m = 0.09 g, v = 0.000999 g^2; corrections 0.19 and 0.001999:
/// step = 0.01 (0.09 / 0.19) / sqrt(0.000999 / 0.001999) = 0.0067006.
TEST(Adam, SecondStepByHand)
{
    Tensor parameter = MakeParameter({1}, 0.5F);
    parameter.gradient = {2.0F};
    Adam adam({{"a", &parameter}}, 0.01);
    adam.Step();
    parameter.gradient = {0.0F};
    adam.Step();
    EXPECT_NEAR(parameter.value[0], 0.49 - 0.0067006, 1e-6);
}

TEST(Trainer, LearnsEveryKindOfTree)
{
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        const MultiViewDataSet dataset = MakeDataSet(description, 64, 1);
        HierarchicalNetwork network(description, 1);
        TrainingSettings settings;
        settings.epochs = 25;
        settings.batch = 16;
        settings.learningRate = 0.005;
        std::vector<double> losses;
        Trainer(network, settings).Train(dataset, [&](int epoch, double loss) {
            losses.push_back(loss);
            EXPECT_EQ(epoch, static_cast<int>(losses.size()));
        });
        EXPECT_LT(losses.back(), 0.9 * losses.front()) << description.name;
        const Evaluation evaluation =
            Evaluate(NetworkInference(network), dataset, dataset.GetTrainingSamples());
        EXPECT_GT(evaluation.GetCloudAccuracy(), 0.5) << description.name;
    }
}

/// All parameters and statistics, bit by bit.
TEST(Trainer, ThreadsDoNotChangeTheNetwork)
{
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        const MultiViewDataSet dataset = MakeDataSet(description, 40, 1);
        TrainingSettings settings;
        settings.epochs = 2;
        settings.batch = 16;
        HierarchicalNetwork alone(description, 1);
        Trainer(alone, settings).Train(dataset);
        for (const int jobs : {2, 5})
        {
            HierarchicalNetwork network(description, 1);
            Trainer trainer(network, settings);
            trainer.SetJobs(jobs);
            trainer.Train(dataset);
            for (const NamedTensor& named : network.GetTensors())
            {
                EXPECT_EQ(named.tensor->value, GetTensor(alone, named.name).value)
                    << description.name << ", " << named.name;
            }
        }
    }
}

TEST(Trainer, ParametersStayWithinBounds)
{
    const NetworkDescription description = MakeDescription(2);
    const MultiViewDataSet dataset = MakeDataSet(description, 40, 1);
    HierarchicalNetwork network(description, 1);
    TrainingSettings settings;
    settings.epochs = 5;
    settings.learningRate = 0.5;
    Trainer(network, settings).Train(dataset);
    for (const NamedTensor& named : network.GetTensors())
    {
        for (const float value : named.tensor->value)
        {
            EXPECT_TRUE(named.tensor->gradient.empty() || std::fabs(value) <= 1.0F) << named.name;
        }
    }
}

/// After training, the stored mean of the cloud's exit is that of its inputs over the training
/// split: with gamma and beta, the mean of the scores is beta.
TEST(Trainer, StatisticsAreThoseOfTheTrainingSplit)
{
    const NetworkDescription description = MakeDescription(3);
    const MultiViewDataSet dataset = MakeDataSet(description, 40, 1);
    HierarchicalNetwork network(description, 1);
    TrainingSettings settings;
    settings.epochs = 2;
    Trainer(network, settings).Train(dataset);
    const std::vector<int>& samples = dataset.GetTrainingSamples();
    const NetworkScores scores =
        network.Evaluate(GatherViews(dataset, samples, description.cameras));
    for (int k = 0; k < 3; ++k)
    {
        double mean = 0;
        for (int n = 0; n < scores.cloud.samples; ++n)
        {
            mean += scores.cloud.GetRow(n)[k] / scores.cloud.samples;
        }
        EXPECT_NEAR(mean, GetTensor(network, "cloud.exit.beta").value[k], 1e-5);
    }
}

/// Only what the weights of the losses say is learned.
TEST(Trainer, LossWeights)
{
    const NetworkDescription description = MakeDescription(2);
    const MultiViewDataSet dataset = MakeDataSet(description, 16, 1);
    HierarchicalNetwork network(description, 1);
    const std::vector<float> before = GetTensor(network, "cloud.exit.weight").value;
    TrainingSettings settings;
    settings.weights.cloud = 0;
    Trainer(network, settings).Step(dataset, Count(16));
    EXPECT_EQ(GetTensor(network, "cloud.exit.weight").value, before);
}

/// Exits with gamma and beta 0 give the score 0 to all three classes: every cross entropy is log 3.
/// Two devices, local and cloud: (2 * 0.5 + 2 + 4) log 3; the network has no edge.
TEST(Trainer, WeightedLossByHand)
{
    const NetworkDescription description = MakeDescription(2);
    const MultiViewDataSet dataset = MakeDataSet(description, 16, 1);
    HierarchicalNetwork network(description, 1);
    for (const std::string exit : {"devices.0.exit", "devices.1.exit", "cloud.exit"})
    {
        GetTensor(network, exit + ".gamma").value = {0, 0, 0};
    }
    TrainingSettings settings;
    settings.weights = {0.5, 2, 3, 4};
    EXPECT_NEAR(Trainer(network, settings).Step(dataset, Count(16)), 7 * std::log(3.0), 1e-9);
}

TEST(Trainer, BadSettings)
{
    HierarchicalNetwork network(MakeDescription(2), 1);
    TrainingSettings settings;
    settings.batch = 1;
    EXPECT_THROW(Trainer(network, settings), InputError);
    settings.batch = 32;
    settings.epochs = -1;
    EXPECT_THROW(Trainer(network, settings), InputError);
    settings.epochs = 1;
    settings.learningRate = std::nan("");
    EXPECT_THROW(Trainer(network, settings), InputError);
    settings.learningRate = 0.001;
    settings.weights.edge = -1;
    EXPECT_THROW(Trainer(network, settings), InputError);
    settings.weights = {0, 0, 0, 0};
    EXPECT_THROW(Trainer(network, settings), InputError);
}

TEST(Trainer, DataSetWithNothingToLearn)
{
    HierarchicalNetwork network(MakeDescription(2), 1);
    MultiViewDataSet dataset = MakeDataSet(MakeDescription(2), 16, 1);
    dataset.SetSplit({3}, {4});
    ExpectInputError([&] { Trainer(network, {}).Train(dataset); }, "fewer than two training");
    dataset.SetSplit({2, 3}, {4});
    dataset.SetLabel(2, 1);
    dataset.SetLabel(3, 1);
    ExpectInputError([&] { Trainer(network, {}).Train(dataset); },
                     "all training samples are of class 'b', expected two classes or more");
}

TEST(Trainer, DataSetThatDoesNotFit)
{
    const NetworkDescription description = MakeDescription(2);
    HierarchicalNetwork network(MakeDescription(3), 1);
    EXPECT_THROW(Trainer(network, {}).Train(MakeDataSet(description, 16, 1)), InputError);
    NetworkDescription other = MakeDescription(3);
    other.view.height = 9;
    EXPECT_THROW(Trainer(network, {}).Train(MakeDataSet(other, 16, 1)), InputError);
    other = MakeDescription(3);
    other.classes = {"a", "b", "d"};
    EXPECT_THROW(Trainer(network, {}).Train(MakeDataSet(other, 16, 1)), InputError);
}

} // namespace

} // namespace nn::test
