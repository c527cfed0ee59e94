// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/gallery.h"

#include "simulator/run/content-hash.h"
#include "simulator/study/executor.h"

#include <algorithm>

namespace simulator
{

namespace
{

using nlohmann::json;

constexpr std::size_t greatestPerRun = 12;

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
