// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/page.h"

#include "analysis/report/panel.h"
#include "analysis/report/template.h"

namespace analysis
{

namespace
{

using nlohmann::json;

std::string
CountOf(std::size_t count, const std::string& word)
{
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

std::string
DescribeFacts(const Study& study)
{
    return CountOf(study.variants.size(), "variant") + ", " +
           CountOf(study.results.runs->GetRowCount(), "run") + ", " +
           CountOf(study.CountSamples(), "sample") + "; " +
           study.results.manifest.value("written", "");
}

/// What the page leaves out, if anything.
std::string
DescribeLimits(const Study& study)
{
    return study.variants.size() == study.CountShown()
               ? ""
               : "Parts that show variants one by one show the first " +
                     std::to_string(study.CountShown()) +
                     "; \u201cCompare\u201d, and ddnnsim report --format csv, have all.";
}

json
DescribePanels(const Study& study)
{
    json panels = json::array();
    for (const Panel& panel : GetPanels())
    {
        const std::string content = panel.render(study);
        if (!content.empty())
        {
            panels.push_back({{"id", panel.id}, {"title", panel.title}, {"content", content}});
        }
    }
    return panels;
}

json
DescribeVariants(const Study& study)
{
    json variants = json::array();
    for (std::size_t i = 0; i < study.CountShown(); ++i)
    {
        variants.push_back({{"index", i}, {"name", study.variants[i].label}});
    }
    return variants;
}

} // namespace

std::string
MakePage(const Study& study, const PageAssets& assets)
{
    json scripts = json::array();
    for (const char* text : {assets.vega, assets.vegaLite, assets.vegaEmbed, assets.script})
    {
        scripts.push_back({{"text", text}});
    }
    return RenderTemplate(assets.page,
                          {{"title", study.title},
                           {"question", study.question},
                           {"facts", DescribeFacts(study)},
                           {"limits", DescribeLimits(study)},
                           {"version", study.results.manifest.value("ddnnsim", "")},
                           {"style", assets.style},
                           {"choice", study.variants.size() > 1},
                           {"variants", DescribeVariants(study)},
                           {"panels", DescribePanels(study)},
                           {"licences", assets.licences},
                           {"scripts", scripts}});
}

} // namespace analysis
