// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/compare-panel.h"

#include "analysis/report/differences.h"
#include "analysis/report/exit-chart.h"
#include "analysis/report/sweep-charts.h"
#include "analysis/report/template.h"
#include "analysis/report/trade-off-chart.h"

namespace analysis
{

namespace
{

const char* const differencesTemplate = R"(<h3>{{title}}</h3>
{{{table}}}
<p class="note">Mean of the differences of runs with the same seed and replication, which draw the same random numbers, and its 95 %
confidence interval (Student's t). Bold: the interval leaves out zero; of every twenty figures that do not differ, one is bold by chance.</p>)";

/// Empty if there are no replications to pair.
std::string
RenderDifferences(const Study& study)
{
    if (!HasPairs(study))
    {
        return "";
    }
    const FigureTable table = MakeDifferenceTable(study, study.CountShown());
    return RenderTemplate(differencesTemplate,
                          {{"title", table.title}, {"table", RenderFigureTable(table)}});
}

std::string
Render(const Study& study)
{
    std::string html = "<div class=\"charts\">";
    html += RenderTradeOff(study, "chart-accuracy", GetAccuracyTradeOff());
    html += RenderTradeOff(study, "chart-traffic", GetLatencyTradeOff());
    html += RenderExits(study);
    html += RenderSweeps(study);
    return html + "</div>" + RenderDifferences(study);
}

} // namespace

const Panel comparePanel = {"compare", "Compare", Render};

} // namespace analysis
