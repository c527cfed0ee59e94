// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/story-description.h"

namespace simulator
{

namespace
{

using nlohmann::json;

std::string
EncodeBase64(const std::string& bytes)
{
    static const char* const digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3)
    {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
        {
            const bool isThere = i + k < bytes.size();
            group = group << 8U | (isThere ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k)
        {
            text += i + k <= bytes.size() ? digits[group >> (18 - 6 * k) & 63U] : '=';
        }
    }
    return text;
}

json
DescribeViews(const analysis::SampleStory& story)
{
    json views = json::array();
    for (const analysis::StoryView& view : story.views)
    {
        views.push_back({{"node", view.node},
                         {"picture", EncodeBase64(view.picture)},
                         {"scores", view.scores}});
    }
    return views;
}

json
DescribeMessages(const analysis::SampleStory& story)
{
    json messages = json::array();
    for (const analysis::StoryMessage& message : story.messages)
    {
        messages.push_back({{"type", message.type},
                            {"from", message.from},
                            {"to", message.to},
                            {"sent_ns", message.sent},
                            {"received_ns", message.received ? json(*message.received) : json()},
                            {"bytes", message.bytes}});
    }
    return messages;
}

json
DescribeStages(const analysis::SampleStory& story)
{
    json stages = json::array();
    for (const analysis::StoryStage& stage : story.stages)
    {
        stages.push_back({{"node", stage.node}, {"begin_ns", stage.begin}, {"end_ns", stage.end}});
    }
    return stages;
}

} // namespace

json
DescribeStories(const analysis::RunRecord& record)
{
    json stories = json::array();
    for (const analysis::SampleStory& story : record.stories)
    {
        stories.push_back({{"site", story.site},
                           {"sample", story.sample},
                           {"reason", story.reason},
                           {"views", DescribeViews(story)},
                           {"messages", DescribeMessages(story)},
                           {"stages", DescribeStages(story)}});
    }
    return stories;
}

json
DescribeTopology(const analysis::RunRecord& record)
{
    json links = json::array();
    for (const analysis::LinkEnds& ends : record.topology)
    {
        links.push_back({{"name", ends.link}, {"upper", ends.upper}, {"lower", ends.lower}});
    }
    return links;
}

} // namespace simulator
