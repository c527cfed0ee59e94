// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/link-loads.h"

namespace analysis
{

std::map<std::string, LinkLoad>
GetLinkLoads(const Study& study, const Variant& variant)
{
    const CsvTable& table = *study.results.links;
    std::map<std::string, LinkLoad> loads;
    const auto runs = static_cast<double>(variant.runs.size());
    for (const std::size_t row : FindRows(study.linkRows, variant))
    {
        if (table.GetText(row, "kind") != "total")
        {
            continue;
        }
        LinkLoad& load = loads[std::string(table.GetText(row, "link"))];
        std::optional<double>& share =
            table.GetText(row, "direction") == "up" ? load.utilizationUp : load.utilizationDown;
        if (const auto utilization = table.GetNumber(row, "utilization"))
        {
            share = share.value_or(0) + *utilization / runs;
        }
        load.bytes += table.GetNumber(row, "bytes").value_or(0) / runs;
        load.dropped += table.GetNumber(row, "dropped").value_or(0) / runs;
    }
    return loads;
}

} // namespace analysis
