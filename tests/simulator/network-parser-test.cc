// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/scenario/network-parser.h"
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

NetworkPlan
Parse(const std::string& text)
{
    return ParseNetworkFile(TemporaryFile("f.yaml", text).GetPath());
}

std::string
GetError(const std::string& text)
{
    const TemporaryFile file("f.yaml", text);
    try
    {
        ParseNetworkFile(file.GetPath());
    }
    catch (const nn::InputError& error)
    {
        return file.Strip(error.what());
    }
    return "accepted";
}

} // namespace

TEST(NetworkParser, ReadsEveryKey)
{
    const NetworkPlan plan = Parse("name: six\n"
                                   "dataset: {source: street, seed: 5, noise: 0.5}\n"
                                   "cameras: [6, 5, 4, 3, 2, 1]\n"
                                   "device: {filters: [4], exit: average}\n"
                                   "edges: [[1, 2, 3], [4, 5, 6]]\n"
                                   "edge: {filters: [8], input: max, exit: concat}\n"
                                   "cloud: {filters: [16], input: average, precision: float}\n"
                                   "training: {epochs: 7, batch: 16, rate: 1e-4, seed: 9,\n"
                                   "  weights: {device: 0.5, local: 0, edge: 2, cloud: 3},\n"
                                   "  failout: 0.15, validation: 0.1, calibration: temperature}\n");
    EXPECT_EQ(plan.network.name, "six");
    EXPECT_EQ(plan.network.cameras, (std::vector<int>{5, 4, 3, 2, 1, 0}));
    EXPECT_EQ(plan.network.groups, (std::vector<std::vector<int>>{{0, 1, 2}, {3, 4, 5}}));
    EXPECT_EQ(plan.network.device.filters, std::vector<int>{4});
    EXPECT_EQ(plan.network.device.exit, nn::Aggregation::Average);
    EXPECT_EQ(plan.network.edge.filters, std::vector<int>{8});
    EXPECT_EQ(plan.network.edge.input, nn::Aggregation::Max);
    EXPECT_EQ(plan.network.edge.exit, nn::Aggregation::Concatenate);
    EXPECT_EQ(plan.network.cloud.filters, std::vector<int>{16});
    EXPECT_EQ(plan.network.cloud.input, nn::Aggregation::Average);
    EXPECT_EQ(plan.network.cloud.precision, nn::Precision::Float);
    EXPECT_EQ(plan.training.epochs, 7);
    EXPECT_EQ(plan.training.batch, 16);
    EXPECT_DOUBLE_EQ(plan.training.learningRate, 1e-4);
    EXPECT_EQ(plan.training.seed, 9U);
    EXPECT_EQ(plan.training.weights.device, 0.5);
    EXPECT_EQ(plan.training.weights.local, 0);
    EXPECT_EQ(plan.training.weights.edge, 2);
    EXPECT_EQ(plan.training.weights.cloud, 3);
    EXPECT_EQ(plan.training.failout, 0.15);
    EXPECT_EQ(plan.training.validation, 0.1);
    EXPECT_EQ(plan.training.calibration, nn::Calibration::Temperature);
    EXPECT_EQ(plan.dataset.seed, 5U);
    EXPECT_DOUBLE_EQ(plan.dataset.noise, 0.5);
}

TEST(NetworkParser, DefaultsAreThePapersNetwork)
{
    const NetworkPlan plan = Parse("device: {filters: [4]}\n");
    EXPECT_EQ(plan.network.name, "f");
    EXPECT_EQ(plan.network.cameras, (std::vector<int>{0, 1, 2, 3, 4, 5}));
    EXPECT_TRUE(plan.network.groups.empty());
    EXPECT_EQ(plan.network.device.exit, nn::Aggregation::Max);
    EXPECT_EQ(plan.network.cloud.input, nn::Aggregation::Concatenate);
    EXPECT_EQ(plan.training.epochs, 100);
    EXPECT_EQ(plan.dataset.source, "street");
}

TEST(NetworkParser, DeviceWithoutFiltersSendsRawViews)
{
    EXPECT_FALSE(Parse("device: {filters: []}\n").network.HasLocalExit());
}

TEST(NetworkParser, SaysWhatIsWrong)
{
    EXPECT_EQ(GetError("cameras: [1, 0]\n"),
              "f.yaml:1:14: cameras: '0' is out of range, expected 1 to 1000");
    EXPECT_EQ(GetError("cameras: 6\n"),
              "f.yaml:1:10: cameras: found a single value, expected a list of whole numbers such "
              "as [1, 2]");
    EXPECT_EQ(GetError("edges: [1, 2]\n"),
              "f.yaml:1:9: edges: found a single value, expected a list of whole numbers such "
              "as [1, 2]");
    EXPECT_EQ(GetError("device: {filters: [4.5]}\n"),
              "f.yaml:1:20: device.filters: '4.5' is not a whole number, expected a whole number "
              "such as 3");
    EXPECT_EQ(GetError("cloud:\n  input: cat\n"),
              "f.yaml:2:10: cloud.input: unknown value 'cat', expected max, average or concat");
    EXPECT_EQ(GetError("cloud: {precision: half}\n"),
              "f.yaml:1:20: cloud.precision: unknown value 'half', expected binary or float");
    EXPECT_EQ(GetError("training: {rate: 2}\n"),
              "f.yaml:1:18: training.rate: '2' is out of range, expected 1e-09 to 1");
    EXPECT_EQ(GetError("training:\n  weights: {cloud: -1}\n"),
              "f.yaml:2:20: training.weights.cloud: '-1' is out of range, expected 0 to 1000");
    EXPECT_EQ(GetError("training:\n  weights: {device: 0, local: 0, edge: 0, cloud: 0}\n"),
              "f.yaml: training.weights: all are 0; expected one of more than 0");
    EXPECT_EQ(GetError("training: {calibration: temperature}\n"),
              "f.yaml:1:25: training.calibration: temperature needs samples that are held out; "
              "expected training.validation of more than 0, such as 0.1");
    EXPECT_EQ(GetError("camera: [1]\n"),
              "f.yaml:1:1: unknown key 'camera', did you mean 'cameras'?");
}

TEST(NetworkParser, RefusesTreesThatCannotBeBuilt)
{
    EXPECT_EQ(GetError("cameras: [6, 6, 1]\nedges: [[1, 2]]\nedge: {filters: [8]}\n"),
              "f.yaml:2:8: edges: device 3 belongs to no edge");
    EXPECT_EQ(GetError("cameras: [1]\nedges: [[1]]\nedge: {filters: []}\n"),
              "f.yaml:3:17: edge.filters: none; expected at least one");
}
