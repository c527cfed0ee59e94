// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/csv.h"
#include "simulator/run/run-output.h"

#include <gtest/gtest.h>

#include <sstream>

using namespace simulator;

namespace
{

RunOutput
MakeExample()
{
    RunOutput output;
    output.samples = "1,2\n";
    output.links = "local-1,\"a, b\"\n";
    output.failures = "1,device-1,node,off,0,\n";
    output.timeline = "1,0,0\n";
    output.suspicions = "1,0.5,gateway-1\n";
    output.warnings = {"a", "b"};
    analysis::RunSummary& summary = output.summary;
    summary.scenario = "a \"name\", with commas";
    summary.run = 3;
    summary.seed = 4000000000;
    summary.replication = 2;
    summary.samples = 171;
    summary.accuracy = 1.0 / 3;
    summary.exitLocal = 0.5;
    summary.decisionLatencyP50 = 1234567890123;
    summary.wireBytes = 987654321012;
    summary.events = 123456789012;
    summary.joulesPerCorrect = 0.125;
    summary.batteryLifeDevice = 1;
    summary.batteryLifeGateway = 2;
    summary.batteryLifeEdge = 3;
    summary.lostNoView = 0.1;
    summary.lostNoScores = 0.2;
    summary.lostNoFeatures = 0.3;
    summary.lostExpired = 0.4;
    summary.lostNodeOff = 0.5;
    summary.answerLost = 0.6;
    summary.fallback = 0.7;
    summary.missedDeadline = 0.8;
    summary.inferenceOutage = 0.9;
    summary.late = 10;
    summary.detect = 1.1;
    summary.recover = 1.2;
    return output;
}

} // namespace

TEST(RunOutput, EveryMemberComesBack)
{
    const RunOutput output = MakeExample();
    const RunOutput copy = Decode(Encode(output));
    const auto print = [](const RunOutput& run) {
        std::ostringstream text;
        analysis::WriteRunRow(text, run.summary);
        return text.str();
    };
    EXPECT_EQ(print(copy), print(output));
    EXPECT_EQ(copy.summary.accuracy, 1.0 / 3); // exactly
    EXPECT_FALSE(copy.summary.exitEdge.has_value());
    EXPECT_EQ(copy.samples, output.samples);
    EXPECT_EQ(copy.links, output.links);
    EXPECT_EQ(copy.nodes, output.nodes);
    EXPECT_EQ(copy.failures, output.failures);
    EXPECT_EQ(copy.timeline, output.timeline);
    EXPECT_EQ(copy.suspicions, output.suspicions);
    EXPECT_EQ(copy.warnings, output.warnings);
}

TEST(RunOutput, DamagedBytesThrow)
{
    std::vector<std::uint8_t> bytes = Encode(MakeExample());
    bytes.resize(bytes.size() / 2);
    EXPECT_ANY_THROW(Decode(bytes));
}
