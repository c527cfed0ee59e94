// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/metrics.h"
#include "analysis/report/study.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

TEST(Study, RunsOfTheSameSweptValuesAreOneVariant)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    ASSERT_EQ(study.variants.size(), 2U);
    EXPECT_EQ(study.variants[0].name, "s, links.backhaul.rate 1Mbps");
    EXPECT_EQ(study.variants[0].runs.size(), 2U);
    EXPECT_EQ(study.variants[0].samples.size(), 8U);
    EXPECT_EQ(study.variants[1].settings.at("links.backhaul.rate"), "10Mbps");
    EXPECT_EQ(study.CountSamples(), 12U);
    EXPECT_NE(study.question.find("links.backhaul.rate"), std::string::npos);
}

TEST(Study, AMetricWithTheNameOfASettingIsNoVariation)
{
    // "fallback" is a key of scenarios and a column of runs.csv.
    Results results = MakeExampleResults();
    results.manifest["scenarios"][0]["settings"]["fallback"] = "none";
    results.runs = std::make_unique<CsvTable>(
        "runs.csv",
        "scenario,run,seed,replication,samples,fallback\ns,1,1,1,4,0.5\ns,2,1,2,4,0.25\n");
    results.samples = std::make_unique<CsvTable>("samples.csv", "run,capture_s,label\n1,0,0\n");
    EXPECT_EQ(MakeStudy("t", std::move(results)).variants.at(0).name, "s");
}

TEST(Study, ASampleOfAnUnknownRunIsRefused)
{
    Results results = MakeExampleResults();
    results.samples = std::make_unique<CsvTable>("samples.csv", "run,capture_s,label\n9,0,0\n");
    EXPECT_THROW(MakeStudy("t", std::move(results)), ReadFailure);
}

TEST(Metrics, ReplicationsGiveIntervalsOverRuns)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const auto accuracy = GetMetric("accuracy_percent").estimate(study.variants[0]);
    EXPECT_EQ(accuracy->value, 50);
    EXPECT_EQ(accuracy->basis, "2 runs");
    EXPECT_EQ(accuracy->low, 50);
    // 1000 and 1100 B a sample.
    EXPECT_EQ(GetMetric("wire_bytes_per_sample").estimate(study.variants[0])->value, 1050);
}

TEST(Metrics, OneRunGivesIntervalsOverSamples)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const auto accuracy = GetMetric("accuracy_percent").estimate(study.variants[1]);
    EXPECT_EQ(accuracy->value, 50);
    EXPECT_EQ(accuracy->basis, "4 samples");
    // Wilson, 2 of 4, z^2 = 3.841459: (0.5 + 0.480182 - 1.959964 x sqrt(0.0625 + 0.0600228))
    // / 1.960365 = 0.150039.
    EXPECT_NEAR(accuracy->low.value(), 15.0039, 1e-3);
    // 8 J over two correct answers.
    EXPECT_EQ(GetMetric("joules_per_correct").estimate(study.variants[1])->value, 4);
    EXPECT_EQ(GetMetric("latency_p50_ms").estimate(study.variants[1])->value, 20);
}
