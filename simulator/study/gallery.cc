// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/gallery.h"

#include "simulator/run/content-hash.h"
#include "simulator/study/study-plan.h"

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
    const std::vector<VariantRuns> variants = FindVariants(plan);
    const std::size_t share =
        std::max<std::size_t>(1, stories / std::max<std::size_t>(1, variants.size()));
    std::size_t left = stories;
    for (const VariantRuns& variant : variants)
    {
        PlannedRun& run = plan[variant.first];
        run.stories = std::min({left, share, greatestPerRun});
        left -= run.stories;
    }
}

void
Gallery::Add(std::uint32_t run, const json& stories)
{
    for (json story : stories)
    {
        story["run"] = run;
        for (json& view : story["views"])
        {
            const auto picture = view["picture"].get<std::string>();
            view["picture"] = picture.empty() ? "" : HashText(picture);
            if (!picture.empty())
            {
                m_pictures[HashText(picture)] = picture;
            }
        }
        m_stories.push_back(std::move(story));
    }
}

std::string
Gallery::Format() const
{
    return json({{"stories", m_stories}, {"pictures", m_pictures}}).dump() + "\n";
}

} // namespace simulator
