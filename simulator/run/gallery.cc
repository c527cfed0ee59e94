// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/gallery.h"

#include "simulator/run/content-hash.h"
#include "simulator/run/executor.h"

#include <algorithm>

namespace simulator
{

namespace
{

using nlohmann::json;

constexpr std::size_t greatestPerRun = 12;

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

void
ShareStories(std::vector<PlannedRun>& plan, std::size_t stories)
{
    const auto isFirst = [](const PlannedRun& run) { return run.replication == 1; };
    const auto scenarios =
        static_cast<std::size_t>(std::count_if(plan.begin(), plan.end(), isFirst));
    const std::size_t share =
        std::max<std::size_t>(1, stories / std::max<std::size_t>(1, scenarios));
    std::size_t left = stories;
    for (PlannedRun& run : plan)
    {
        if (isFirst(run))
        {
            run.stories = std::min({left, share, greatestPerRun});
            left -= run.stories;
        }
    }
}

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

std::string
MakeGallery(const std::vector<FinishedRun>& finished)
{
    json pictures = json::object();
    json stories = json::array();
    for (const FinishedRun& run : finished)
    {
        for (json story : run.output.stories)
        {
            story["run"] = run.output.summary.run;
            for (json& view : story["views"])
            {
                const auto picture = view["picture"].get<std::string>();
                view["picture"] = picture.empty() ? "" : HashText(picture);
                if (!picture.empty())
                {
                    pictures[HashText(picture)] = picture;
                }
            }
            stories.push_back(std::move(story));
        }
    }
    return json({{"stories", stories}, {"pictures", pictures}}).dump() + "\n";
}

} // namespace simulator
