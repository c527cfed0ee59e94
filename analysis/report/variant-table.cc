// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/variant-table.h"

#include "analysis/report/metrics.h"

#include <algorithm>
#include <utility>

namespace analysis
{

FigureTable
MakeVariantTable(const Study& study, std::size_t most)
{
    FigureTable table;
    table.title = "All variants";
    table.heads = {"variant"};
    for (const Metric& metric : GetMetrics())
    {
        table.columns.push_back({metric.title, metric.unit});
    }
    const std::size_t end = std::min(study.variants.size(), most);
    for (std::size_t i = 0; i < end; ++i)
    {
        FigureTable::Row row;
        row.names = {study.variants[i].label};
        for (const Metric& metric : GetMetrics())
        {
            row.cells.push_back(MakeCell(metric.estimate(study.variants[i]), metric.digits));
        }
        table.rows.push_back(std::move(row));
    }
    table.leftOut = study.variants.size() - end;
    return table;
}

} // namespace analysis
