// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/simulation.h"
#include "simulator/run/story-choice.h"
#include "simulator/run/story-description.h"
#include "small-world.h"

#include <gtest/gtest.h>

using namespace simulator;

namespace
{

analysis::SampleRecord
MakeSample(std::uint32_t number, const std::string& exit, std::int64_t latency, int prediction)
{
    analysis::SampleRecord sample;
    sample.site = 1;
    sample.sample = number;
    sample.exit = exit;
    sample.prediction = prediction;
    if (exit != "lost")
    {
        sample.decisionLatency = latency;
    }
    return sample;
}

} // namespace

TEST(StoryChoice, LostAndWrongOnesComeFirst)
{
    const std::vector<analysis::SampleRecord> samples = {MakeSample(0, "local", 10, 0),
                                                         MakeSample(1, "cloud", 90, 0),
                                                         MakeSample(2, "local", 10, 1),
                                                         MakeSample(3, "lost", 0, -1)};
    std::vector<const analysis::SampleRecord*> all;
    for (const analysis::SampleRecord& sample : samples)
    {
        all.push_back(&sample);
    }
    const auto choices = ChooseStories(all, 3);
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(choices[0].sample->sample, 3U);
    EXPECT_EQ(choices[0].reason, "lost");
    EXPECT_EQ(choices[1].sample->sample, 2U);
    EXPECT_EQ(choices[1].reason, "wrong answer");
    EXPECT_EQ(choices[2].sample->sample, 1U);
    EXPECT_EQ(choices[2].reason, "slow");
    EXPECT_EQ(ChooseStories(all, 100).size(), 4U);
    EXPECT_TRUE(ChooseStories({}, 5).empty());
}

// Two devices, no edges: every sample has two messages of scores; one that exits locally, two
// releases, and one that does not, two escalates, two of features, and an answer to the gateway.
TEST(Story, TellsEveryMessageAndAgreesWithTheRecord)
{
    const nn::MultiViewDataSet dataset = MakeNoise(2);
    const auto network = MakeNetwork(Describe(2, {2}), dataset);
    const Scenario scenario = MakeScenario();
    const analysis::RunRecord run = Simulate(scenario, *network, dataset, 1, "", 20);
    ASSERT_EQ(run.stories.size(), 20U);
    for (const analysis::SampleStory& story : run.stories)
    {
        const analysis::SampleRecord& sample = run.samples.at(story.sample);
        EXPECT_EQ(story.messages.size(), sample.exit == "local" ? 4U : 7U) << story.sample;
        ASSERT_EQ(story.views.size(), 2U);
        EXPECT_EQ(story.views[0].node, "device-1");
        EXPECT_EQ(story.views[0].scores.size(), dataset.GetClasses().size());
        EXPECT_EQ(story.views[0].picture.substr(1, 3), "PNG");
        // A device computes from the capture on, and then sends its scores.
        ASSERT_FALSE(story.stages.empty());
        EXPECT_EQ(story.stages[0].begin, 0);
        EXPECT_EQ(story.stages[0].end, story.messages[0].sent);
        if (sample.exit == "local")
        {
            // The later message of scores makes the answer.
            EXPECT_EQ(std::max(story.messages[0].received, story.messages[1].received),
                      sample.decisionLatency);
        }
        else
        {
            // The cloud computes to the moment of the answer.
            EXPECT_EQ(story.stages.back().node, "cloud");
            EXPECT_EQ(story.stages.back().end, sample.decisionLatency);
        }
    }
}

TEST(Story, LinksOfTheFirstSiteAreNamed)
{
    const nn::MultiViewDataSet dataset = MakeNoise(2);
    const auto network = MakeNetwork(Describe(2, {2}), dataset);
    const analysis::RunRecord run = Simulate(MakeScenario(), *network, dataset, 1);
    ASSERT_EQ(run.topology.size(), 3U); // two local, one backhaul
    EXPECT_TRUE(run.stories.empty());
    const auto links = DescribeTopology(run);
    bool found = false;
    for (const auto& link : links)
    {
        found = found ||
                link == nlohmann::json(
                            {{"name", "backhaul-1"}, {"upper", "cloud"}, {"lower", {"gateway-1"}}});
    }
    EXPECT_TRUE(found) << links.dump();
}
