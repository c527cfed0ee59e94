// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/figures.h"
#include "analysis/report/formats.h"
#include "analysis/report/link-loads.h"
#include "analysis/report/panel.h"
#include "analysis/report/pareto.h"
#include "analysis/report/quantity.h"
#include "analysis/report/topology-drawing.h"
#include "analysis/report/variation.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

TEST(Pareto, TheFrontIsWhatNobodyBeats)
{
    // (2, 50) costs more and is worse than (1, 60); (3, 90) is the best; of twins neither beats the
    // other.
    nlohmann::json points = {
        {{"x", 1}, {"y", 60}}, {{"x", 2}, {"y", 50}}, {{"x", 3}, {"y", 90}}, {{"x", 3}, {"y", 90}}};
    MarkParetoFront(points, Goal::SmallAndLarge);
    EXPECT_TRUE(points[0]["best"]);
    EXPECT_FALSE(points[1]["best"]);
    EXPECT_TRUE(points[2]["best"]);
    EXPECT_TRUE(points[3]["best"]);
    MarkParetoFront(points, Goal::SmallAndSmall);
    EXPECT_TRUE(points[1]["best"]);
    EXPECT_FALSE(points[2]["best"]);
}

TEST(Quantity, UnitsBecomeBaseUnits)
{
    EXPECT_DOUBLE_EQ(ParseQuantity("64kbps")->value, 64000);
    EXPECT_EQ(ParseQuantity("64kbps")->unit, "bps");
    EXPECT_DOUBLE_EQ(ParseQuantity("40ms")->value, 0.04);
    EXPECT_EQ(ParseQuantity("0.8")->unit, "");
    EXPECT_EQ(ParseQuantity("3 apples")->unit, " apples");
    EXPECT_FALSE(ParseQuantity("udp").has_value());
}

TEST(Variation, ASweptRateIsSomethingToPlotAgainst)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const auto settings = FindVariedSettings(study);
    ASSERT_EQ(settings.size(), 1U);
    EXPECT_EQ(settings[0].path, "links.backhaul.rate");
    EXPECT_EQ(settings[0].values, (std::vector<double>{1e6, 1e7}));
    EXPECT_EQ(settings[0].series[0], settings[0].series[1]);
}

TEST(Panels, EveryPanelButTheGalleryHasContent)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    for (const Panel& panel : GetPanels())
    {
        EXPECT_EQ(panel.render(study).empty(), std::string(panel.id) == "samples") << panel.id;
    }
}

TEST(Panels, LinksHaveTheMeanLoadOfTheRuns)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    // One of the two runs has a row: half of it.
    const auto loads = GetLinkLoads(study, study.variants[0]);
    EXPECT_DOUBLE_EQ(loads.at("local-1").utilizationUp.value(), 0.125);
    EXPECT_FALSE(loads.at("local-1").utilizationDown.has_value());
    EXPECT_DOUBLE_EQ(loads.at("backhaul-1").dropped, 0.5);
}

TEST(Panels, ANodeThatWentAwayIsMarked)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const std::string drawing = DrawTopology(study, study.variants[0]);
    EXPECT_NE(drawing.find("\u2715 device-2"), std::string::npos);
    EXPECT_NE(drawing.find("off for 6.00 s"), std::string::npos);
    EXPECT_EQ(drawing.find("\u2715 device-1"), std::string::npos);
}

TEST(Formats, HaveAllVariantsAndTheirIntervals)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const auto write = [&study](std::size_t format) {
        return GetReportFormats().at(format).write(study);
    };
    EXPECT_NE(write(0).find("| rate 1Mbps | 50.0 (50.0 to 50.0) |"), std::string::npos) << write(0);
    const CsvTable table("f.csv", write(1));
    EXPECT_EQ(table.GetRowCount(), 2U);
    EXPECT_EQ(table.GetText(0, "variant"), "s, links.backhaul.rate 1Mbps");
    EXPECT_EQ(table.GetNumber(0, "latency_p95_ms"), 30);
    const auto values = nlohmann::json::parse(write(2));
    EXPECT_EQ(values["variants"][1]["swept"]["links.backhaul.rate"], "10Mbps");
    EXPECT_EQ(values["variants"][1]["metrics"]["joules_per_correct"]["low"], nullptr);
}

TEST(Figures, AskForNothingFromThePage)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const auto figures = MakeFigures(study);
    EXPECT_EQ(figures.size(), 5U); // exits, accuracy, latency, two topologies
    for (const auto& [name, svg] : figures)
    {
        EXPECT_EQ(svg.find("var("), std::string::npos) << name;
        EXPECT_EQ(svg.rfind("<svg", 0), 0U) << name;
    }
}
