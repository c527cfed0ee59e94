// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/panels/compare-panel.h"

#include "analysis/report/metrics.h"
#include "analysis/report/exit-chart.h"
#include "analysis/report/sweep-charts.h"
#include "analysis/report/trade-off-chart.h"

namespace analysis
{

namespace
{

std::string
Render(const Study& study)
{
    std::string html = "<div class=\"charts\">";
    html += RenderTradeOff(study,
                           "chart-accuracy",
                           GetMetric("payload_bytes"),
                           GetMetric("accuracy_percent"),
                           Goal::SmallAndLarge);
    html += RenderTradeOff(study,
                           "chart-traffic",
                           GetMetric("wire_bytes_per_sample"),
                           GetMetric("latency_p95_ms"),
                           Goal::SmallAndSmall);
    html += RenderExits(study);
    html += RenderSweeps(study);
    return html + "</div>";
}

} // namespace

const Panel comparePanel = {"compare", "Compare", Render};

} // namespace analysis
