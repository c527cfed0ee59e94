// SPDX-License-Identifier: GPL-2.0-only
#include "analysis/report/study-failures.h"

namespace analysis
{

namespace
{

StudyFailure
ParseFailure(const CsvTable& table, std::size_t row)
{
    const auto after = [&](std::optional<double> from, const char* column) {
        const auto duration = table.GetNumber(row, column);
        return from && duration ? std::optional(*from + *duration) : std::nullopt;
    };
    StudyFailure failure;
    failure.target = table.GetText(row, "target");
    failure.what = table.GetText(row, "what");
    failure.kind = table.GetText(row, "kind");
    failure.begin = table.GetRequired(row, "begin_s");
    failure.end = table.GetNumber(row, "end_s");
    failure.detected = after(failure.begin, "detected_s");
    failure.recovered = after(failure.end, "recovered_s");
    return failure;
}

} // namespace

void
AddFailures(Study& study)
{
    if (!study.results.failures)
    {
        return;
    }
    const CsvTable& table = *study.results.failures;
    const RunRows rows(table);
    for (Variant& variant : study.variants)
    {
        for (StudyRun& run : variant.runs)
        {
            for (const std::size_t row : rows.Find(run.run))
            {
                run.failures.push_back(ParseFailure(table, row));
            }
        }
    }
}

} // namespace analysis
