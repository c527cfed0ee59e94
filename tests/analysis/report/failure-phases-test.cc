// SPDX-License-Identifier: GPL-2.0-only
// In every run of the example, samples are captured at 0 (right, 1 ms), 0.1 s (wrong, 30 ms, 1 view
// missing), 0.2 s (right, 20 ms) and 0.3 s (lost, 2 views missing).
#include "analysis/report/failure-phases.h"
#include "analysis/report/formats.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

constexpr std::size_t before = 0;
constexpr std::size_t during = 1;
constexpr std::size_t after = 2;
constexpr std::size_t accuracy = 0;
constexpr std::size_t lost = 1;
constexpr std::size_t median = 2;
constexpr std::size_t missing = 4;

} // namespace

TEST(FailurePhases, SamplesBelongToThePhaseOfTheirCapture)
{
    // Run 1 fails from 0.1 to 0.2 s: samples 0 | 1 | 2, 3. Run 2 from 0.15 s on: 0, 1 | 2, 3 |
    // none.
    const Study study =
        MakeFailingStudy("1,device-1,node,off,0.1,0.2,0.02,0.03\n2,device-1,node,off,0.15,,,\n");
    const auto phases = FindFailurePhases(study.variants[0]);
    ASSERT_TRUE(phases);
    EXPECT_EQ(phases->phases[before].samples, 3U);
    EXPECT_EQ(phases->phases[during].samples, 3U);
    EXPECT_EQ(phases->phases[after].samples, 2U);
    // Before: 1 of 1 and 1 of 2 right: mean 75 %, s = 35.355339; t(0.975, 1) = 12.706205;
    // 12.706205 x 35.355339 / sqrt(2) = 317.655.
    EXPECT_EQ(phases->phases[before].figures[accuracy]->value, 75);
    EXPECT_NEAR(phases->phases[before].figures[accuracy]->high.value(), 75 + 317.655, 1e-2);
    // During: 0 of 1 and 1 of 2; 30 ms and 20 ms; 1 view, and none and 2.
    EXPECT_EQ(phases->phases[during].figures[accuracy]->value, 25);
    EXPECT_EQ(phases->phases[during].figures[median]->value, 25);
    EXPECT_EQ(phases->phases[during].figures[missing]->value, 1);
    EXPECT_EQ(phases->phases[during].figures[missing]->high, 1);
    // After: run 1 alone, so without an interval.
    EXPECT_EQ(phases->phases[after].figures[lost]->value, 50);
    EXPECT_FALSE(phases->phases[after].figures[lost]->low);
    EXPECT_EQ(phases->failures, 2U);
    EXPECT_EQ(phases->detected, 1U);
    EXPECT_EQ(phases->recovered, 1U);
    EXPECT_FALSE(FindFailurePhases(study.variants[1]));
}

TEST(FailurePhases, BetweenTwoFailuresIsAfterOne)
{
    // 0 to 0.05 s and 0.15 to 0.25 s: samples 0 and 2 during, 1 and 3 after.
    const Study study =
        MakeFailingStudy("3,device-1,node,off,0,0.05,,\n3,device-1,node,off,0.15,0.25,,\n");
    const auto phases = FindFailurePhases(study.variants[1]);
    ASSERT_TRUE(phases);
    EXPECT_EQ(phases->phases[before].samples, 0U);
    EXPECT_FALSE(phases->phases[before].figures[accuracy]);
    EXPECT_EQ(phases->phases[during].figures[accuracy]->value, 100);
    EXPECT_EQ(phases->phases[during].figures[accuracy]->basis, "2 samples"); // one run
    EXPECT_EQ(phases->phases[after].figures[accuracy]->value, 0);
    EXPECT_EQ(phases->phases[after].figures[lost]->value, 50);
}

TEST(FailurePhases, ALongFailureOutlastsThoseWithinIt)
{
    // 0 to 0.35 s, and 0.05 to 0.08 s within: all during.
    const Study study =
        MakeFailingStudy("3,device-1,node,off,0,0.35,,\n3,device-2,node,off,0.05,0.08,,\n");
    EXPECT_EQ(FindFailurePhases(study.variants[1])->phases[during].samples, 4U);
}

TEST(FailurePhases, AreInEveryFormat)
{
    const Study study = MakeFailingStudy("3,device-1,node,off,0.05,0.15,0.02,0.03\n");
    const FigureTable table = MakePhaseTable(study, 40);
    ASSERT_EQ(table.rows.size(), 3U); // of one variant
    EXPECT_EQ(table.rows[1].names[1], "during");
    EXPECT_EQ(table.rows[1].cells[6].value, "1 of 1"); // suspected
    EXPECT_EQ(MakePhaseTable(study, 0).leftOut, 3U);
    EXPECT_NE(GetReportFormats()[0].write(study).find("\n| | during | 1 | 0.0 ("),
              std::string::npos);
    const CsvTable csv("f.csv", GetReportFormats()[1].write(study));
    EXPECT_EQ(csv.GetNumber(1, "after_samples"), 2);
    EXPECT_EQ(csv.GetNumber(1, "during_accuracy_percent"), 0);
    EXPECT_EQ(csv.GetNumber(0, "failures"), 0);
    EXPECT_FALSE(csv.GetNumber(0, "before_accuracy_percent"));
    const auto values = nlohmann::json::parse(GetReportFormats()[2].write(study));
    const auto& failures = values["variants"][1]["failures"];
    EXPECT_EQ(failures["suspected"], 1);
    EXPECT_EQ(failures["during"]["metrics"]["views_missing"]["value"], 1);
    EXPECT_FALSE(values["variants"][0].contains("failures"));
}
