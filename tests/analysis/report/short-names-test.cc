// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/short-names.h"
#include "analysis/report/variant-labels.h"

#include <gtest/gtest.h>

using namespace analysis;

namespace
{

using Words = std::vector<std::string>;

Variant
MakeVariant(const std::string& scenario,
            const std::vector<std::pair<std::string, std::string>>& swept)
{
    Variant variant;
    variant.scenario = scenario;
    variant.swept = swept;
    variant.name = scenario;
    for (const auto& [path, value] : swept)
    {
        variant.name.append(", ").append(path).append(" ").append(value);
    }
    return variant;
}

Words
Label(std::vector<Variant> variants)
{
    LabelVariants(variants);
    Words labels;
    for (const Variant& variant : variants)
    {
        labels.push_back(variant.label);
    }
    return labels;
}

} // namespace

TEST(ShortNames, PathsKeepWhatTellsThemApart)
{
    const auto names =
        ShortenPaths({"links.backhaul.rate", "links.local.rate", "failures.1.node", "a.1", "seed"});
    EXPECT_EQ(names.at("links.backhaul.rate"), "backhaul.rate");
    EXPECT_EQ(names.at("links.local.rate"), "local.rate");
    EXPECT_EQ(names.at("failures.1.node"), "node");
    EXPECT_EQ(names.at("a.1"), "a.1");
    EXPECT_EQ(names.at("seed"), "seed");
    // One is the end of the other.
    const auto nested = ShortenPaths({"rate", "links.local.rate"});
    EXPECT_EQ(nested.at("rate"), "rate");
    EXPECT_EQ(nested.at("links.local.rate"), "local.rate");
}

TEST(ShortNames, ValuesLoseAFolderThatAllHave)
{
    EXPECT_EQ(ShortenValues({"../n/a.npz", "../n/b.npz"}).at("../n/a.npz"), "a.npz");
    EXPECT_EQ(ShortenValues({"../m/a.npz", "../n/a.npz"}).at("../m/a.npz"), "../m/a.npz");
    EXPECT_EQ(ShortenValues({"0.5", "1"}).at("0.5"), "0.5");
}

TEST(ShortNames, NodesOfOneSiteNeedNotSayIt)
{
    EXPECT_EQ(RemoveSite("site-1/device-1"), "device-1");
    EXPECT_EQ(RemoveSite("cloud"), "cloud");
}

TEST(VariantLabels, SayWhatDiffers)
{
    EXPECT_EQ(Label({MakeVariant("s", {{"network", "n/a.npz"}, {"links.local.rate", "1Mbps"}}),
                     MakeVariant("s", {{"network", "n/b.npz"}, {"links.local.rate", "1Mbps"}})}),
              (Words{"network a.npz", "network b.npz"}));
    EXPECT_EQ(Label({MakeVariant("c", {{"seed", "1"}}), MakeVariant("e", {{"seed", "2"}})}),
              (Words{"c, seed 1", "e, seed 2"}));
    EXPECT_EQ(Label({MakeVariant("c", {}), MakeVariant("e", {})}), (Words{"c", "e"}));
    EXPECT_EQ(Label({MakeVariant("c", {})}), (Words{"c"}));
}

TEST(VariantLabels, ThatAreNotUniqueAreTheNames)
{
    // A scenario that does not have the path leaves its cell empty: "c" and "c, seed 1" could be
    // told apart, but here two would be "c, b".
    EXPECT_EQ(Label({MakeVariant("c", {{"x", "b"}, {"y", ""}}),
                     MakeVariant("c", {{"x", ""}, {"y", "b"}}),
                     MakeVariant("c, x b", {{"x", ""}, {"y", ""}})})[0],
              "c, x b, y ");
}
