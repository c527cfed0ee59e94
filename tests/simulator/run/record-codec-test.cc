// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/csv.h"
#include "simulator/run/record-codec.h"

#include <gtest/gtest.h>

#include <sstream>

using namespace simulator;

TEST(RecordCodec, EveryMemberComesBack)
{
    analysis::RunRecord run;
    run.scenario = "a \"name\", with commas";
    run.run = 3;
    run.seed = 4000000000;
    run.replication = 2;
    run.deviceCount = 6;
    run.events = 123456789012;
    run.samples.push_back({1, 2, 3, 1, 2, "edge", 0.1, 1.0 / 3, 100, 200, 10, 20, 30, 40, 50, 6});
    run.samples.push_back({});
    run.links.push_back({"local-1", "up", "total", 1, 2, 3, 0.7});
    run.links.push_back({"local-1", "up", "payload", 1, 2, 0, std::nullopt});
    run.nodes.push_back({"device-1", "device", 0.1, 2, 3, 0.25, std::nullopt, 17.3});
    const analysis::RunRecord copy = Decode(Encode(run));
    const auto print = [](const analysis::RunRecord& record) {
        std::ostringstream text;
        analysis::WriteSampleRows(text, record);
        analysis::WriteLinkRows(text, record);
        analysis::WriteNodeRows(text, record);
        analysis::WriteRunRow(text, analysis::Summarize(record));
        return text.str();
    };
    EXPECT_EQ(print(copy), print(run));
    EXPECT_EQ(copy.samples[0].entropyEdge, 1.0 / 3); // exactly
    EXPECT_FALSE(copy.samples[1].decisionLatency.has_value());
    EXPECT_EQ(Encode(copy), Encode(run));
}

TEST(RecordCodec, DamagedBytesThrow)
{
    std::vector<std::uint8_t> bytes = Encode({});
    bytes.resize(bytes.size() / 2);
    EXPECT_ANY_THROW(Decode(bytes));
}
