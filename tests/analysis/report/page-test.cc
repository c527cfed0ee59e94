// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/page.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

constexpr PageAssets assets = {"{{limits}}{{#variants}}<option>{{name}}</option>{{/variants}}"
                               "{{#panels}}{{{content}}}{{/panels}}"
                               "{{#scripts}}<script>{{{text}}}</script>{{/scripts}}",
                               "",
                               "own();",
                               "vega();",
                               "lite();",
                               "embed();",
                               ""};

std::size_t
Count(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    {
        ++count;
    }
    return count;
}

Study
MakeWideStudy(int variants)
{
    Results results = MakeExampleResults();
    results.manifest["scenarios"] = nlohmann::json::array();
    std::string runs = "scenario,run,seed,replication,samples,accuracy,payload_bytes\n";
    std::string samples = "run,capture_s,label\n";
    for (int i = 1; i <= variants; ++i)
    {
        const std::string run = std::to_string(i);
        runs.append("v").append(run).append(",").append(run).append(",1,1,1,0.5,").append(run);
        runs += "\n";
        samples += run + ",0,0\n";
    }
    results.runs = std::make_unique<CsvTable>("runs.csv", runs);
    results.samples = std::make_unique<CsvTable>("samples.csv", samples);
    return MakeStudy("t", std::move(results));
}

} // namespace

TEST(Page, TheSameStudyGivesTheSameBytes)
{
    const std::string page = MakePage(MakeStudy("t", MakeExampleResults()), assets);
    EXPECT_EQ(page, MakePage(MakeStudy("t", MakeExampleResults()), assets));
    EXPECT_NE(page.find("<script>embed();</script><script>own();</script>"), std::string::npos);
}

TEST(Page, FortyVariantsAreShownOneByOneAndMoreAreSaidToBeThere)
{
    const std::string forty = MakePage(MakeWideStudy(40), assets);
    EXPECT_EQ(Count(forty, "<option>"), 40U);
    EXPECT_EQ(forty.find("show the first"), std::string::npos);
    const std::string more = MakePage(MakeWideStudy(41), assets);
    EXPECT_EQ(Count(more, "<option>"), 40U);
    EXPECT_EQ(Count(more, "class=\"tiles\""), 40U);
    EXPECT_NE(more.find("show the first 40;"), std::string::npos);
    EXPECT_NE(more.find("1 more rows are not shown"), std::string::npos);
    EXPECT_NE(forty.find("Numbers: see the legend."), std::string::npos);
    EXPECT_NE(more.find("Numbers, of the front alone: see the table below."), std::string::npos);
    EXPECT_NE(more.find("<td>v41</td><td>41</td>"), std::string::npos);
    EXPECT_NE(more.find("Accuracy against payload per device and sample of 41 variants"),
              std::string::npos);
}

TEST(Page, OfVeryManyVariantsAThousandAreCompared)
{
    const std::string page = MakePage(MakeWideStudy(1500), assets);
    EXPECT_NE(page.find("750 of 1500 variants are drawn"), std::string::npos); // every second one
    EXPECT_NE(page.find("The first 500 of 750 rows."), std::string::npos);
}
