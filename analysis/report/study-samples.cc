// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/study-samples.h"

#include <algorithm>
#include <string_view>

namespace analysis
{

namespace
{

std::size_t
FindExit(std::string_view name)
{
    const auto place = std::find(exitNames.begin(), exitNames.end(), name);
    return place == exitNames.end() ? lostExit
                                    : static_cast<std::size_t>(place - exitNames.begin());
}

StudySample
ReadSample(const CsvTable& table, std::size_t row)
{
    StudySample sample;
    sample.run = static_cast<std::uint32_t>(table.GetRequired(row, "run"));
    sample.site = static_cast<std::uint32_t>(table.GetNumber(row, "site").value_or(1));
    sample.sample = static_cast<std::uint32_t>(table.GetNumber(row, "sample").value_or(0));
    sample.capture = table.GetRequired(row, "capture_s");
    sample.label = static_cast<int>(table.GetRequired(row, "label"));
    sample.prediction = static_cast<int>(table.GetNumber(row, "prediction").value_or(-1));
    sample.exit = FindExit(table.GetText(row, "exit"));
    sample.entropyLocal = table.GetNumber(row, "entropy_local");
    sample.entropyEdge = table.GetNumber(row, "entropy_edge");
    sample.latency = table.GetNumber(row, "decision_latency_s");
    sample.compute = table.GetNumber(row, "compute_s").value_or(0);
    sample.queue = table.GetNumber(row, "queue_s").value_or(0);
    sample.network = table.GetNumber(row, "network_s").value_or(0);
    sample.wait = table.GetNumber(row, "wait_s").value_or(0);
    sample.payload = table.GetNumber(row, "payload_bytes").value_or(0);
    sample.viewsMissing = table.GetNumber(row, "views_missing").value_or(0);
    return sample;
}

} // namespace

bool
StudySample::IsCorrect() const
{
    return exit != lostExit && prediction == label;
}

void
AddSamples(Study& study)
{
    const CsvTable& table = *study.results.samples;
    for (std::size_t row = 0; row < table.GetRowCount(); ++row)
    {
        const StudySample sample = ReadSample(table, row);
        const auto owner = study.owners.find(sample.run);
        if (owner == study.owners.end())
        {
            throw ReadFailure("samples.csv:" + std::to_string(row + 2) + ": run " +
                              std::to_string(sample.run) + " is not in runs.csv");
        }
        study.variants[owner->second].samples.push_back(sample);
    }
}

} // namespace analysis
