// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "nn/network/calibration.h"
#include "nn/network/exit.h"
#include "nn/network/network-inference.h"
#include "nn/network/tier-outputs.h"
#include "nn/network/trainer.h"
#include "nn/network/validation-split.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nn::test
{

namespace
{

RealBatch
MakeScores(int classes, std::vector<float> values)
{
    RealBatch scores(static_cast<int>(values.size()) / classes, classes);
    scores.values = std::move(values);
    return scores;
}

/// Four samples with scores (2, 0), three of them of class 0. The likelihood is greatest where
/// p = 1 / (1 + exp(-2 / T)) = 3/4: 2 / T = log 3, T = 1.820478453.
TEST(Calibration, TemperatureByHand)
{
    const RealBatch scores = MakeScores(2, {2, 0, 2, 0, 2, 0, 2, 0});
    EXPECT_NEAR(FitTemperature(scores, {0, 0, 1, 0}), 2 / std::log(3.0), 1e-12);
}

/// All right: the lower the better. Half of them right: the same for both classes.
TEST(Calibration, BoundsOfTheTemperature)
{
    const RealBatch scores = MakeScores(2, {2, 0, 2, 0});
    EXPECT_EQ(FitTemperature(scores, {0, 0}), lowestTemperature);
    EXPECT_EQ(FitTemperature(scores, {0, 1}), highestTemperature);
    EXPECT_EQ(FitTemperature(scores, {1, 1}), highestTemperature);
}

double
GetLikelihood(const RealBatch& scores, const std::vector<int>& labels, double inverse)
{
    double sum = 0;
    for (int n = 0; n < scores.samples; ++n)
    {
        sum -= std::log(Softmax(scores.GetRow(n), scores.width, 1 / inverse)[labels[n]]);
    }
    return sum / scores.samples;
}

TEST(Calibration, SlopeIsThatOfTheLikelihood)
{
    SplitMix64 random(3);
    RealBatch scores(20, 3);
    std::vector<int> labels(20);
    for (int n = 0; n < 20; ++n)
    {
        labels[n] = random.Index(3);
        for (int k = 0; k < 3; ++k)
        {
            scores.GetRow(n)[k] = static_cast<float>(random.Normal() + (k == labels[n] ? 1 : 0));
        }
    }
    for (const double inverse : {0.1, 0.7, 1.0, 3.0})
    {
        const double step = 1e-5;
        const double slope = (GetLikelihood(scores, labels, inverse + step) -
                              GetLikelihood(scores, labels, inverse - step)) /
                             (2 * step);
        EXPECT_NEAR(GetLikelihoodSlope(scores, labels, inverse), slope, 1e-8);
    }
    const double best = 1 / FitTemperature(scores, labels);
    const double least = GetLikelihood(scores, labels, best);
    EXPECT_LT(least, GetLikelihood(scores, labels, best * 1.01));
    EXPECT_LT(least, GetLikelihood(scores, labels, best / 1.01));
}

/// Two classes. Scores (log 3, 0): confidence 3/4, bin 12 of 15; (log 9, 0): 9/10, bin 14. Four
/// samples in the first, two of them right: |1/2 - 3/4| = 1/4; one in the second, right: 1/10.
/// 4/5 * 1/4 + 1/5 * 1/10 = 0.22.
TEST(Calibration, ExpectedErrorByHand)
{
    const auto three = static_cast<float>(std::log(3.0));
    const auto nine = static_cast<float>(std::log(9.0));
    const RealBatch scores = MakeScores(2, {three, 0, 0, three, three, 0, three, 0, nine, 0});
    EXPECT_NEAR(GetExpectedCalibrationError(scores, {0, 1, 1, 1, 0}, 1), 0.22, 1e-6);
    // Twice the scores, divided by two.
    RealBatch doubled = scores;
    for (float& value : doubled.values)
    {
        value *= 2;
    }
    EXPECT_NEAR(GetExpectedCalibrationError(doubled, {0, 1, 1, 1, 0}, 2), 0.22, 1e-6);
    // Certain and right.
    EXPECT_EQ(GetExpectedCalibrationError(MakeScores(2, {900, 0}), {0}, 1), 0);
}

/// Scores (log 4, 0, 0) at a temperature of 2: as (log 2, 0, 0), see Exit.EntropyByHand.
TEST(Calibration, EntropyAtATemperature)
{
    const float scores[] = {1.38629436F, 0.0F, 0.0F};
    EXPECT_NEAR(GetNormalizedEntropy(scores, 3, 2), 0.946394630, 1e-7);
    EXPECT_NEAR(Softmax(scores, 3, 2)[0], 0.5, 1e-8);
}

class CalibratedNetwork : public testing::Test
{
  protected:
    CalibratedNetwork()
    {
        m_description.groups = {{0, 1}, {2}};
        m_description.edge.filters = {3};
        m_settings.epochs = 3;
        m_settings.batch = 8;
        m_settings.validation = 0.3;
        m_settings.calibration = Calibration::Temperature;
    }

    NetworkDescription m_description = MakeDescription(3);
    TrainingSettings m_settings;
};

/// Each exit has the temperature of its own scores on what was held out.
TEST_F(CalibratedNetwork, TrainingFitsEveryExit)
{
    const MultiViewDataSet dataset = MakeDataSet(m_description, 60, 1);
    HierarchicalNetwork network(m_description, 1);
    Trainer(network, m_settings).Train(dataset);
    const std::vector<int> held = SplitTraining(dataset, m_settings).validation;
    const NetworkScores scores =
        network.Evaluate(GatherViews(dataset, held, m_description.cameras));
    std::vector<int> labels;
    for (const int sample : held)
    {
        labels.push_back(dataset.GetLabel(sample));
    }
    EXPECT_EQ(network.GetTemperatures().local, FitTemperature(scores.local, labels));
    EXPECT_EQ(network.GetTemperatures().edge, FitTemperature(scores.edge, labels));
    EXPECT_EQ(network.GetTemperatures().cloud, FitTemperature(scores.cloud, labels));
}

/// At inference the entropies change, the scores and predictions do not.
TEST_F(CalibratedNetwork, InferenceUsesTheTemperatures)
{
    const MultiViewDataSet dataset = MakeDataSet(m_description, 20, 1);
    HierarchicalNetwork network = MakeNetwork(m_description, dataset, 2);
    const NetworkInference plain(network);
    network.SetTemperatures({2, 3, 0.5});
    const NetworkInference calibrated(network);
    for (int sample = 0; sample < 20; ++sample)
    {
        std::vector<const std::uint8_t*> views;
        for (int device = 0; device < 3; ++device)
        {
            views.push_back(dataset.GetView(sample, device));
        }
        const TierOutputs devices = RunDevices(plain, views);
        const TierOutputs edges = RunEdges(plain, devices);
        const auto expect = [](const Classification& before,
                               const Classification& after,
                               double temperature) {
            EXPECT_EQ(after.prediction, before.prediction);
            EXPECT_EQ(after.scores, before.scores);
            EXPECT_EQ(before.entropy, GetNormalizedEntropy(before.scores.data(), 3));
            EXPECT_EQ(after.entropy, GetNormalizedEntropy(before.scores.data(), 3, temperature));
            EXPECT_NE(after.entropy, before.entropy);
        };
        expect(plain.GetLocalExit()->Classify(GetScores(devices)),
               calibrated.GetLocalExit()->Classify(GetScores(devices)),
               2);
        expect(plain.GetEdgeExit()->Classify(GetScores(edges)),
               calibrated.GetEdgeExit()->Classify(GetScores(edges)),
               3);
        expect(RunCloud(plain, edges), RunCloud(calibrated, edges), 0.5);
    }
}

TEST_F(CalibratedNetwork, NeedsValidationSamples)
{
    m_settings.validation = 0;
    EXPECT_THROW(m_settings.Validate(m_description), InputError);
}

} // namespace

} // namespace nn::test
