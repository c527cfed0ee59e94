// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/study-results.h"

#include "analysis/csv-table.h"
#include "analysis/summary-table.h"
#include "simulator/commands/report-page.h"
#include "simulator/study/interrupt-watch.h"
#include "simulator/study/results-file.h"
#include "simulator/study/study-export.h"

#include <iostream>

namespace simulator
{

namespace
{

/// The page is made from the files, as `ddnnsim report` does it. What goes wrong with it does not
/// cost the results.
void
WriteReport(const ResultsDirectory& results)
{
    if (!CanMakeReport())
    {
        return;
    }
    try
    {
        ResultsFile file(results, "report.html");
        file.GetStream() << MakeReportPage(results.GetPath(), GetTitle(results.GetPath()));
        file.Close();
        file.Commit();
    }
    catch (const analysis::ReadFailure& failure)
    {
        std::cerr << "ddnnsim: warning: no report: " << failure.what() << '\n';
    }
}

void
PrintPlace(const std::filesystem::path& path)
{
    std::cout << "\nResults: " << path.string() << '\n';
    if (CanMakeReport())
    {
        std::cout << "Report:  " << (path / "report.html").string() << '\n';
    }
    else
    {
        std::cout << noReportText << '\n';
    }
}

/// Of failed runs, the first few: runs.csv has all.
std::size_t
PrintFailures(const std::vector<analysis::RunSummary>& summaries)
{
    constexpr std::size_t shown = 5;
    std::size_t count = 0;
    for (const analysis::RunSummary& summary : summaries)
    {
        if (summary.status == analysis::RunStatus::Failed && ++count <= shown)
        {
            std::cerr << "ddnnsim: run " << summary.run << " of scenario '" << summary.scenario
                      << "' failed: " << summary.error << '\n';
        }
    }
    if (count > 0)
    {
        std::cerr << "ddnnsim: " << count << " of " << summaries.size()
                  << " runs failed: see `error` and `log` in runs.csv; the same command tries them "
                     "again\n";
    }
    return count;
}

int
PrintOutcome(const StudyOutcome& outcome, const std::vector<std::string>& sweptPaths)
{
    for (const std::string& warning : outcome.warnings)
    {
        std::cerr << "ddnnsim: warning: " << warning << '\n';
    }
    const std::size_t failed = PrintFailures(outcome.summaries);
    analysis::WriteSummaryTable(std::cout, outcome.summaries, sweptPaths);
    return failed == 0 ? 0 : 1;
}

} // namespace

int
FinishStudy(StudyStore& store, const ResultsDirectory& directory, const std::string& command)
{
    const StudyOutcome outcome = ExportStudy(store, directory, command);
    WriteReport(directory);
    InterruptWatch::Check();
    const int status = PrintOutcome(outcome, store.GetSweptPaths());
    PrintPlace(directory.GetName());
    return status;
}

} // namespace simulator
