// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/differences.h"
#include "analysis/report/formats.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

/// Two variants of three replications, the second in another order, and a third of another seed.
Study
MakePairedStudy()
{
    Results results = MakeExampleResults();
    results.manifest = nlohmann::json::object();
    results.runs = std::make_unique<CsvTable>(
        "runs.csv",
        "scenario,run,seed,replication,samples,accuracy,decision_latency_p50_s,wire_bytes\n"
        "a,1,1,1,4,0.5,0.01,400\na,2,1,2,4,0.75,0.02,800\na,3,1,3,4,1,0.03,1200\n"
        "b,4,1,3,4,0.75,0.036,1200\nb,5,1,1,4,0.5,0.012,400\nb,6,1,2,4,0.5,0.024,800\n"
        "c,7,2,1,4,1,0.01,400\nc,8,2,2,4,1,0.01,400\n");
    results.samples = std::make_unique<CsvTable>("samples.csv", "run,capture_s,label\n");
    return MakeStudy("t", std::move(results));
}

} // namespace

TEST(Differences, RunsOfTheSameSeedAndReplicationArePaired)
{
    // Latency, by replication: 12 - 10, 24 - 20 and 36 - 30 ms: mean 4, s = 2; t(0.975, 2) =
    // 4.302653; 4.302653 x 2 / sqrt(3) = 4.968276.
    const Study study = MakePairedStudy();
    const auto latency =
        EstimateDifference(GetMetric("latency_p50_ms"), study.variants[1], study.variants[0]);
    EXPECT_NEAR(latency->value, 4, 1e-9);
    EXPECT_NEAR(latency->low.value(), 4 - 4.968276, 1e-6);
    EXPECT_NEAR(latency->high.value(), 4 + 4.968276, 1e-6);
    EXPECT_EQ(latency->basis, "3 pairs");
    // Accuracy: 0, -25 and -25 points: mean -16.666667, s = 14.433757; half width 35.855440.
    const auto accuracy =
        EstimateDifference(GetMetric("accuracy_percent"), study.variants[1], study.variants[0]);
    EXPECT_NEAR(accuracy->value, -16.666667, 1e-6);
    EXPECT_NEAR(accuracy->high.value(), -16.666667 + 35.855440, 1e-5);
    // Bytes per sample are the same in every pair: 0 +- 0, although they differ between the runs.
    const auto wire = EstimateDifference(
        GetMetric("wire_bytes_per_sample"), study.variants[1], study.variants[0]);
    EXPECT_EQ(wire->value, 0);
    EXPECT_EQ(wire->high, 0);
}

TEST(Differences, RunsOfAnotherSeedAreNotPaired)
{
    const Study study = MakePairedStudy();
    EXPECT_FALSE(
        EstimateDifference(GetMetric("accuracy_percent"), study.variants[2], study.variants[0]));
    EXPECT_TRUE(HasPairs(study));
    EXPECT_FALSE(HasPairs(MakeStudy("t", MakeExampleResults()))); // the second has one run
}

TEST(Differences, TheTableHasSignsAndItsRowsAreCut)
{
    const Study study = MakePairedStudy();
    const FigureTable table = MakeDifferenceTable(study, 2);
    EXPECT_EQ(table.title, "Difference to a");
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.leftOut, 1U);
    EXPECT_EQ(table.columns[0].unit, "points");
    EXPECT_EQ(table.rows[0].cells[0].value, "-16.7");
    EXPECT_EQ(table.rows[0].cells[0].high, "+19.2");
    EXPECT_EQ(table.rows[0].cells[5].value, "+4.00");
    EXPECT_EQ(table.rows[0].cells[5].weight, FigureCell::Weight::Normal); // -0.97 to 8.97
    EXPECT_EQ(table.rows[0].cells[8].value, "0");
}

TEST(Differences, WhatIsNotZeroIsStrong)
{
    Results results = MakeExampleResults();
    results.runs = std::make_unique<CsvTable>("runs.csv",
                                              "scenario,run,seed,replication,samples,accuracy\n"
                                              "a,1,1,1,4,0.5\na,2,1,2,4,0.25\n"
                                              "b,3,1,1,4,0.75\nb,4,1,2,4,0.5\n");
    results.samples = std::make_unique<CsvTable>("samples.csv", "run,capture_s,label\n");
    const Study study = MakeStudy("t", std::move(results));
    EXPECT_EQ(MakeDifferenceTable(study, 9).rows.at(0).cells[0].weight,
              FigureCell::Weight::Strong); // 25 points in both pairs
    EXPECT_NE(GetReportFormats()[0].write(study).find("| b | **+25.0** (+25.0 to +25.0) |"),
              std::string::npos);
    const CsvTable csv("f.csv", GetReportFormats()[1].write(study));
    EXPECT_EQ(csv.GetNumber(1, "accuracy_percent_difference"), 25);
    const auto values = nlohmann::json::parse(GetReportFormats()[2].write(study));
    EXPECT_EQ(values["variants"][1]["difference"]["accuracy_percent"]["low"], 25);
}
