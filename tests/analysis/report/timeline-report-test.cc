// SPDX-License-Identifier: GPL-2.0-only
// Failures and seconds in the report. The example's samples are captured from 0 to 0.3 s.
#include "analysis/report/failure-bars.h"
#include "analysis/report/failure-chart.h"
#include "analysis/report/second-charts.h"
#include "analysis/report/study-seconds.h"
#include "analysis/report/topology-drawing.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

Study
MakeTimed(const std::string& rows)
{
    Results results = MakeExampleResults();
    results.timeline = std::make_unique<CsvTable>(
        "timeline.csv",
        "run,second,begin_s,wire_bytes,wire_payload_bytes,devices_alive,gateways_alive,"
        "edges_alive,cloud_alive\n" +
            rows);
    return MakeStudy("t", std::move(results));
}

/// A run with other nodes and links than those of the example.
/// \param nodes rows of nodes.csv: name and tier
/// \param links a JSON list
/// \param failures rows of failures.csv
std::string
DrawTopologyOf(const std::vector<std::pair<std::string, std::string>>& nodes,
               const std::string& links,
               const std::string& failures)
{
    std::string rows = "run,node,tier,energy_compute_j,energy_radio_j,alive_s\n";
    for (const auto& [name, tier] : nodes)
    {
        rows += "1," + name + "," + tier + ",7,,10\n";
    }
    Results results = MakeExampleResults();
    results.nodes = std::make_unique<CsvTable>("nodes.csv", rows);
    results.failures = std::make_unique<CsvTable>(
        "failures.csv", "run,target,what,kind,begin_s,end_s,detected_s,recovered_s\n" + failures);
    results.manifest["scenarios"][0]["topology"] = nlohmann::json::parse(links);
    const Study study = MakeStudy("t", std::move(results));
    return DrawTopology(study, study.variants[0]);
}

} // namespace

TEST(FailureBars, OverlappingOnesHaveLanesAndTheSameThingHasOneRow)
{
    // device-1 off twice (row 1), local-1 down (row 2) meanwhile, to the end.
    const Study study = MakeFailingStudy("1,device-1,node,off,0.05,0.1,0.02,0.03\n"
                                         "1,local-1,link,down,0.08,,,\n"
                                         "1,device-1,node,off,0.2,0.25,,\n");
    const FailureBars bars = MakeFailureBars(study);
    ASSERT_EQ(bars.bars.size(), 3U);
    const std::vector<int> rows = {1, 2, 1};
    const std::vector<int> lanes = {0, 1, 0};
    for (std::size_t i = 0; i < 3; ++i)
    {
        EXPECT_EQ(bars.bars[i]["row"], rows[i]) << i;
        EXPECT_EQ(bars.bars[i]["lane"], lanes[i]) << i;
    }
    EXPECT_EQ(bars.lanes, 2U);
    EXPECT_EQ(bars.bars[1]["to"], 0.3); // the last capture
    EXPECT_EQ(bars.bars[1]["text"], "0.080 s to the end");
    ASSERT_EQ(bars.marks.size(), 2U);
    EXPECT_DOUBLE_EQ(bars.marks[0]["at"], 0.05 + 0.02);
    EXPECT_EQ(bars.marks[0]["series"], "suspected");
    EXPECT_DOUBLE_EQ(bars.marks[1]["at"], 0.1 + 0.03);
}

TEST(FailureBars, OfOtherRunsAndOutOfTimeAreNotDrawn)
{
    // Run 2 is a replication of run 1; run 3 is the first of the other variant.
    const Study study = MakeFailingStudy(
        "1,cloud,node,off,5,6,,\n2,cloud,node,off,0,1,,\n3,cloud,node,off,0,1,,\n");
    const FailureBars bars = MakeFailureBars(study);
    ASSERT_EQ(bars.bars.size(), 1U);
    EXPECT_EQ(bars.bars[0]["variant"], 1);
    EXPECT_EQ(bars.notDrawn, 1U);
}

TEST(FailureBars, ManyAreCutAndItIsSaid)
{
    // 30 nodes: 24 rows. Three of them at a time find a lane.
    std::string rows;
    for (int i = 1; i <= 30; ++i)
    {
        rows += "1,device-" + std::to_string(i) + ",node,off,0,0.3,,\n";
    }
    const Study study = MakeFailingStudy(rows);
    const FailureBars bars = MakeFailureBars(study);
    EXPECT_EQ(bars.bars.size(), 24U);
    EXPECT_EQ(bars.notDrawn, 6U);
    EXPECT_EQ(bars.lanes, 3U);
    EXPECT_EQ(bars.bars[3]["lane"], -1);
    EXPECT_NE(RenderFailures(study, bars).find("6 more are not drawn"), std::string::npos);
}

TEST(FailureBars, WithoutFailuresThereIsNoChart)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const FailureBars bars = MakeFailureBars(study);
    EXPECT_EQ(RenderFailures(study, bars), "");
    EXPECT_EQ(GetStripHeight(bars), 0);
}

TEST(Topology, FailuresAreNamed)
{
    // The nodes of the example are alive for 10 s, but device-2 for 4 s.
    const Study study =
        MakeFailingStudy("1,device-2,node,off,1,7,,\n1,device-1,camera,frozen,1,2,,\n"
                         "1,device-1,processor,slow,1,2,,\n1,device-1,camera,frozen,3,4,,\n"
                         "1,backhaul-1,link,degrade,1,2,,\n");
    const std::string drawing = DrawTopology(study, study.variants[0]);
    EXPECT_NE(drawing.find("\u2715 device-2"), std::string::npos);
    EXPECT_NE(drawing.find("off for 6.00 s"), std::string::npos);
    EXPECT_NE(drawing.find("! device-1"), std::string::npos);
    EXPECT_NE(drawing.find(">frozen, slow<"), std::string::npos);
    EXPECT_NE(drawing.find("! degrade"), std::string::npos);
    EXPECT_EQ(drawing.find("! cloud"), std::string::npos);
}

TEST(Topology, ASpareLinkHasItsOwnPlace)
{
    // The gateway stays where its first link puts it: with the edge, not with the cloud.
    const std::string drawing = DrawTopologyOf(
        {{"cloud", "cloud"}, {"edge-1", "edge"}, {"gateway-1", "gateway"}, {"device-1", "device"}},
        R"([{"name": "local-1", "upper": "gateway-1", "lower": ["device-1"]},
            {"name": "edge-1", "upper": "edge-1", "lower": ["gateway-1"]},
            {"name": "backhaul-1", "upper": "cloud", "lower": ["edge-1"]},
            {"name": "spare-1", "upper": "cloud", "lower": ["gateway-1"]}])",
        "1,edge-1,link,down,1,2,,\n");
    EXPECT_NE(drawing.find("spare: \u2191"), std::string::npos);
    // One row: all nodes stand side by side.
    EXPECT_EQ(drawing.find("more below it"), std::string::npos);
    const auto count = [&](const std::string& text) {
        std::size_t found = 0;
        for (auto at = drawing.find(text); at != std::string::npos; at = drawing.find(text, at + 1))
        {
            ++found;
        }
        return found;
    };
    EXPECT_EQ(count("<rect"), 4U);
    EXPECT_EQ(count(" y=\"50\""), 4U) << drawing;
    // What failed is the link, not the edge of the same name.
    EXPECT_NE(drawing.find("! down"), std::string::npos);
    EXPECT_EQ(drawing.find("! edge-1"), std::string::npos);
}

TEST(Topology, ALinkGoesAroundANodeThatItPasses)
{
    // Three edges below each other in the first column that there is, x = 8 to 104: metro-2 leads
    // from middle to middle, metro-3 past edge-2, 40 pixels to the right.
    const std::string drawing = DrawTopologyOf(
        {{"cloud", "cloud"}, {"edge-1", "edge"}, {"edge-2", "edge"}, {"edge-3", "edge"}},
        R"([{"name": "backhaul-1", "upper": "cloud", "lower": ["edge-1"]},
            {"name": "backhaul-2", "upper": "cloud", "lower": ["edge-2"]},
            {"name": "backhaul-3", "upper": "cloud", "lower": ["edge-3"]},
            {"name": "metro-2", "upper": "edge-1", "lower": ["edge-2"]},
            {"name": "metro-3", "upper": "edge-1", "lower": ["edge-3"]}])",
        "");
    EXPECT_NE(drawing.find("d=\"M56 110H56C"), std::string::npos) << drawing;
    EXPECT_NE(drawing.find("d=\"M104 154C144 154 144 66 104 66\""), std::string::npos) << drawing;
}

TEST(Seconds, BinsSumBytesAndCountNodes)
{
    // Seconds 0, 1 and 4 in at most 3 bins: 2 s wide each. Bin 0: 30 and 50 B; 2 and 1 devices. Bin
    // 1 has no row. Bin 2: 10 B.
    const Study study = MakeTimed("1,0,7,30,20,2,1,,1\n1,1,8,50,0,1,1,,1\n1,4,11,10,0,2,1,,1\n");
    const auto variants = ReadSeconds(study);
    EXPECT_EQ(variants[0].offset, 7);
    EXPECT_EQ(variants[0].last, 4);
    EXPECT_TRUE(variants[1].rows.empty());
    const Bins bins = MakeBins(variants[0], 3);
    EXPECT_EQ(bins.width, 2);
    ASSERT_EQ(bins.bins.size(), 3U);
    EXPECT_EQ(bins.bins[0].wire, 80);
    EXPECT_EQ(bins.bins[0].payload, 20);
    EXPECT_EQ(bins.bins[0].alive[0], 3);
    EXPECT_EQ(bins.bins[0].rows[0], 2U);
    EXPECT_EQ(bins.bins[0].rows[2], 0U); // no edges
    EXPECT_EQ(bins.bins[1].wire, 0);
    EXPECT_EQ(bins.bins[2].wire, 10);
}

TEST(Seconds, TiersThatWereAlwaysOnAreLeftOut)
{
    const Study study = MakeTimed("1,0,0,30,20,2,1,,1\n1,1,1,50,0,1.5,1,,1\n");
    const std::string html = RenderSeconds(study, MakeFailureBars(study));
    EXPECT_NE(html.find("chart-time-traffic"), std::string::npos);
    EXPECT_NE(html.find("data-series=\"device\""), std::string::npos);
    EXPECT_EQ(html.find("data-series=\"gateway\""), std::string::npos);
    EXPECT_NE(html.find("1.50 of 2"), std::string::npos);
    const Study well = MakeTimed("1,0,0,30,20,2,1,,1\n");
    EXPECT_EQ(RenderSeconds(well, MakeFailureBars(well)).find("chart-time-alive"),
              std::string::npos);
}

TEST(Seconds, WithoutTheFileThereAreNoCharts)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    EXPECT_EQ(RenderSeconds(study, MakeFailureBars(study)), "");
}
