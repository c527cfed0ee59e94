// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/threshold-search.h"

#include <gtest/gtest.h>

namespace nn
{

namespace
{

/// Class 0; -1: there is no such exit.
struct Case
{
    double localEntropy;
    int local;
    double edgeEntropy;
    int edge;
    int cloud;
};

Evaluation
MakeEvaluation(const std::vector<Case>& cases)
{
    std::vector<SampleEvaluation> samples;
    for (const Case& one : cases)
    {
        SampleEvaluation sample;
        sample.local.entropy = one.localEntropy;
        sample.local.prediction = one.local;
        sample.edge.entropy = one.edgeEntropy;
        sample.edge.prediction = one.edge;
        sample.cloud.prediction = one.cloud;
        samples.push_back(sample);
    }
    NetworkDescription network;
    network.cameras = {0};
    network.device.filters = cases[0].local < 0 ? std::vector<int>{} : std::vector<int>{4};
    network.groups =
        cases[0].edge < 0 ? std::vector<std::vector<int>>{} : std::vector<std::vector<int>>{{0}};
    return {network, 128, samples};
}

constexpr int right = 0;
constexpr int wrong = 1;
constexpr int none = -1;

/// Local is right up to an entropy of 0.305 and wrong from 0.5 on, the cloud is wrong on the first
/// and right on the last two: thresholds from 0.305 to below 0.5 get all right; the greatest
/// hundredth is 0.49.
TEST(ThresholdSearch, BestAccuracyWithTheFewestBytes)
{
    const Evaluation evaluation = MakeEvaluation({{0.1, right, 0, none, wrong},
                                                  {0.305, right, 0, none, right},
                                                  {0.5, wrong, 0, none, right},
                                                  {0.9, wrong, 0, none, right}});
    const Thresholds best = FindMostAccurateThresholds(evaluation);
    EXPECT_EQ(best.local, 0.49);
    EXPECT_EQ(best.edge, 0.8); // there is no edge: as it was
    EXPECT_EQ(evaluation.GetResult(best).accuracy, 1);
    EXPECT_EQ(evaluation.GetResult(best).local, 0.5);
}

/// If every exit is right everywhere, all may leave at the first.
TEST(ThresholdSearch, TiesGoToTheGreatest)
{
    const Thresholds best = FindMostAccurateThresholds(
        MakeEvaluation({{0.2, right, 0.2, right, right}, {0.7, right, 0.7, right, right}}));
    EXPECT_EQ(best.local, 1);
    EXPECT_EQ(best.edge, 1);
}

/// Sample 1 must leave locally (0.2), samples 2 to 4 must not (0.4); of those the edge is right on
/// 2 (0.25) and 3 (0.6), the cloud on 4 (0.75) only.
TEST(ThresholdSearch, BothExits)
{
    const Thresholds best =
        FindMostAccurateThresholds(MakeEvaluation({{0.2, right, 0.1, wrong, wrong},
                                                   {0.4, wrong, 0.25, right, wrong},
                                                   {0.5, wrong, 0.6, right, wrong},
                                                   {0.6, wrong, 0.75, wrong, right}}));
    EXPECT_EQ(best.local, 0.39);
    EXPECT_EQ(best.edge, 0.74);
}

/// Raw views: the edge is the first exit.
TEST(ThresholdSearch, FirstExitIsTheEdge)
{
    const Evaluation evaluation = MakeEvaluation(
        {{0, none, 0.3, right, right}, {0, none, 0.6, wrong, right}, {0, none, 0.5, right, right}});
    EXPECT_EQ(FindMostAccurateThresholds(evaluation).edge, 0.59);
    EXPECT_EQ(GetThresholdForShare(evaluation, 2.0 / 3), 0.5);
}

TEST(ThresholdSearch, ShareOfTheSamples)
{
    const Evaluation evaluation = MakeEvaluation({{0.9, right, 0, none, right},
                                                  {0.1, right, 0, none, right},
                                                  {0.8, right, 0, none, right},
                                                  {0.95, right, 0, none, right}});
    EXPECT_EQ(GetThresholdForShare(evaluation, 0.75), 0.9);
    EXPECT_EQ(GetThresholdForShare(evaluation, 0.5), 0.8);
    EXPECT_EQ(GetThresholdForShare(evaluation, 1), 0.95);
    EXPECT_EQ(evaluation.GetResult({GetThresholdForShare(evaluation, 0), 1}).local, 0);
}

} // namespace

} // namespace nn
