// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/study-seconds.h"

#include <algorithm>
#include <cmath>

namespace analysis
{

namespace
{

constexpr std::array<const char*, 4> tierColumns = {
    "devices_alive", "gateways_alive", "edges_alive", "cloud_alive"};

Second
ReadSecond(const CsvTable& table, std::size_t row)
{
    Second second;
    second.second = table.GetRequired(row, "second");
    second.begin = table.GetRequired(row, "begin_s");
    second.wire = table.GetNumber(row, "wire_bytes").value_or(0);
    second.payload = table.GetNumber(row, "wire_payload_bytes").value_or(0);
    for (std::size_t tier = 0; tier < tierColumns.size(); ++tier)
    {
        second.alive.at(tier) = table.GetNumber(row, tierColumns.at(tier));
    }
    return second;
}

} // namespace

std::vector<Seconds>
ReadSeconds(const Study& study)
{
    const CsvTable& table = *study.results.timeline;
    std::vector<Seconds> variants(study.variants.size());
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        const auto owner =
            study.owners.find(static_cast<std::uint32_t>(table.GetRequired(row, "run")));
        if (owner == study.owners.end())
        {
            continue;
        }
        Seconds& seconds = variants[owner->second];
        const Second second = ReadSecond(table, row);
        if (seconds.rows.empty())
        {
            seconds.offset = second.begin - second.second;
        }
        seconds.last = std::max(seconds.last, second.second);
        seconds.rows.push_back(second);
    }
    return variants;
}

Bins
MakeBins(const Seconds& seconds, std::size_t most)
{
    Bins result;
    result.width = std::ceil((seconds.last + 1) / static_cast<double>(most));
    result.bins.resize(static_cast<std::size_t>(seconds.last / result.width) + 1);
    for (const Second& second : seconds.rows)
    {
        Bin& bin = result.bins[static_cast<std::size_t>(second.second / result.width)];
        bin.wire += second.wire;
        bin.payload += second.payload;
        for (std::size_t tier = 0; tier < second.alive.size(); ++tier)
        {
            bin.alive.at(tier) += second.alive.at(tier).value_or(0);
            bin.rows.at(tier) += second.alive.at(tier) ? 1 : 0;
        }
    }
    return result;
}

} // namespace analysis
