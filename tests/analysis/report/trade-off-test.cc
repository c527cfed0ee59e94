// SPDX-License-Identifier: GPL-2.0-only
// What figures are drawn with: axes, and labels that cover nothing.
#include "analysis/report/figure-axis.h"
#include "analysis/report/trade-off-figure.h"
#include "analysis/report/trade-off-labels.h"
#include "example-results.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

using Kind = TradeOffLabels::Kind;

/// A drawing of 500 x 300 pixels with nothing in it.
const LabelPlacer empty({0, 0, 500, 300});

std::vector<std::string>
GetTexts(const TradeOffLabels& labels)
{
    std::vector<std::string> texts;
    for (const PlacedLabel& label : labels.labels)
    {
        texts.push_back(label.text);
    }
    return texts;
}

} // namespace

TEST(FigureAxis, IsLogarithmicFromAFactorOfTwentyOn)
{
    EXPECT_EQ(ChooseScale(1, 19), AxisScale::Linear);
    EXPECT_EQ(ChooseScale(1, 20), AxisScale::Logarithmic);
    EXPECT_EQ(ChooseScale(0, 20), AxisScale::Linear); // there is no logarithm of 0
    EXPECT_EQ(ChooseScale(GetMetric("accuracy_percent"), 1, 99), AxisScale::Linear);
    EXPECT_EQ(ChooseScale(GetMetric("latency_p95_ms"), 1, 99), AxisScale::Logarithmic);
}

TEST(FigureAxis, EndsAtRoundNumbers)
{
    // 55 to 3000 B: 50 is the first of 1, 2, 5 below, 5000 the first above. In the middle of the
    // logarithms of 50 and 5000 is that of 500.
    const FigureAxis wide(AxisScale::Logarithmic, 55, 3000, 100, 300);
    EXPECT_EQ(wide.GetTicks(), (std::vector<double>{50, 100, 200, 500, 1000, 2000, 5000}));
    EXPECT_NEAR(wide.Place(500), 200, 1e-9);
    // More than three decades: powers of ten.
    EXPECT_EQ(FigureAxis::MakeLogarithmicTicks(0.5, 900),
              (std::vector<double>{0.1, 1, 10, 100, 1000}));
    // A span of 17 has five steps of at least 3.4: of 5. Upwards: 100 is at the top.
    const FigureAxis narrow(AxisScale::Linear, 82, 99, 300, 0);
    EXPECT_EQ(narrow.GetTicks(), (std::vector<double>{80, 85, 90, 95, 100}));
    EXPECT_NEAR(narrow.Place(95), 75, 1e-9);
    // One value has half of one below it, in five steps, or a twentieth of itself.
    EXPECT_DOUBLE_EQ(FigureAxis(AxisScale::Linear, 7, 7, 0, 1).Place(6.5), 0);
    EXPECT_DOUBLE_EQ(FigureAxis(AxisScale::Linear, 100, 100, 0, 1).GetTicks().front(), 95);
}

TEST(TradeOffLabels, PointsOnEachOtherShareALabel)
{
    const TradeOffLabels labels =
        PlaceLabels({{1, "a", 100, 100}, {2, "b", 102, 101}, {3, "c", 200, 100}}, empty);
    EXPECT_EQ(labels.kind, Kind::Names);
    EXPECT_EQ(GetTexts(labels), (std::vector<std::string>{"a, b", "c"}));
    // To the right of its point: 8 pixels away, 4 characters of 0.58 x 11 pixels.
    EXPECT_DOUBLE_EQ(labels.labels[0].box.left, 108);
    EXPECT_DOUBLE_EQ(labels.labels[0].box.right, 108 + 4 * 0.58 * 11);
}

TEST(TradeOffLabels, LongNamesBecomeNumbers)
{
    const std::string name(30, 'x');
    const TradeOffLabels labels = PlaceLabels(
        {{1, name, 100, 100}, {2, "b", 300, 100}, {3, "c", 300, 100}, {4, "d", 300, 100}}, empty);
    EXPECT_EQ(labels.kind, Kind::Numbers);
    EXPECT_EQ(GetTexts(labels), (std::vector<std::string>{"1", "2-4"}));
}

TEST(TradeOffLabels, CoverNeitherEachOtherNorTheEdge)
{
    // The point at the right edge has its label on the left.
    const TradeOffLabels edge = PlaceLabels({{1, "a", 498, 100}}, empty);
    EXPECT_LT(edge.labels.at(0).box.right, 498);
    // 40 points of which each touches the next: whatever has a label, no two of them meet.
    std::vector<LabelledPoint> crowd;
    for (std::size_t i = 0; i < 40; ++i)
    {
        const double at = static_cast<double>(i);
        crowd.push_back({i + 1, "variant", 200 + 5 * at, 150 + at});
    }
    const std::vector<PlacedLabel> labels = PlaceLabels(crowd, empty).labels;
    EXPECT_GT(labels.size(), 10U);
    for (std::size_t i = 0; i < labels.size(); ++i)
    {
        for (std::size_t j = 0; j < i; ++j)
        {
            const Box& one = labels[i].box;
            const Box& other = labels[j].box;
            EXPECT_TRUE(one.right <= other.left || other.right <= one.left ||
                        one.bottom <= other.top || other.bottom <= one.top);
        }
    }
}

TEST(TradeOffLabels, RangesAreShort)
{
    EXPECT_EQ(FormatRanges({1, 2, 3, 7, 9, 10}), "1-3, 7, 9, 10");
    EXPECT_EQ(FormatRanges({5}), "5");
}

TEST(TradeOffFigure, NumbersHaveAKey)
{
    const Study study = MakeStudy("t", MakeExampleResults());
    const std::string svg = DrawTradeOff(study, GetAccuracyTradeOff());
    // Both variants are at the same point: "rate 1Mbps, rate 10Mbps" would be short enough.
    EXPECT_NE(svg.find(">rate 1Mbps, rate 10Mbps</text>"), std::string::npos) << svg;
    Study longer = MakeStudy("t", MakeExampleResults());
    longer.variants[1].label = std::string(30, 'x');
    const std::string numbered = DrawTradeOff(longer, GetAccuracyTradeOff());
    EXPECT_NE(numbered.find(">1, 2</text>"), std::string::npos) << numbered;
    EXPECT_NE(numbered.find(">1  rate 1Mbps</text>"), std::string::npos);
    EXPECT_NE(numbered.find(">2  " + std::string(30, 'x') + "</text>"), std::string::npos);
}
