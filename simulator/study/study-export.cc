// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/study/study-export.h"

#include "analysis/csv.h"
#include "simulator/run/run-output.h"
#include "simulator/study/gallery.h"
#include "simulator/study/manifest.h"
#include "simulator/study/results-file.h"

#include <algorithm>
#include <functional>
#include <list>
#include <map>

namespace simulator
{

namespace
{

/// Rows that were written under another number get the one that the run has now.
std::string
NumberRows(const std::string& rows, std::uint32_t was, std::uint32_t is)
{
    if (was == is)
    {
        return rows;
    }
    std::string text;
    for (std::size_t begin = 0; begin < rows.size();)
    {
        const std::size_t comma = rows.find(',', begin);
        const std::size_t end = rows.find('\n', comma) + 1;
        text.append(std::to_string(is)).append(rows, comma, end - comma);
        begin = end;
    }
    return text;
}

/// A csv file with rows of every run.
struct RowsFile
{
    const char* name;
    void (*writeHeader)(std::ostream&);
    std::string RunOutput::*rows;
};

const std::vector<RowsFile> rowsFiles = {
    {"samples.csv", analysis::WriteSamplesHeader, &RunOutput::samples},
    {"links.csv", analysis::WriteLinksHeader, &RunOutput::links},
    {"nodes.csv", analysis::WriteNodesHeader, &RunOutput::nodes},
    {"timeline.csv", analysis::WriteTimelineHeader, &RunOutput::timeline},
    {"failures.csv", analysis::WriteFailuresHeader, &RunOutput::failures},
    {"suspicions.csv", analysis::WriteSuspicionsHeader, &RunOutput::suspicions}};

analysis::RunSummary
SummarizeFailed(const StoredRun& run)
{
    analysis::RunSummary summary;
    summary.scenario = run.scenario;
    summary.seed = run.seed;
    summary.replication = run.replication;
    summary.status = analysis::RunStatus::Failed;
    summary.error = run.error;
    summary.log = run.log;
    return summary;
}

/// The files of one export, which get their names together at its end.
class Export
{
  public:
    Export(StudyStore& store, const ResultsDirectory& directory)
        : m_store(store), m_directory(directory)
    {
    }

    void WriteRows()
    {
        std::ostream& runs = Open("runs.csv");
        analysis::WriteRunsHeader(runs, m_store.GetSweptPaths());
        std::vector<std::ostream*> streams;
        for (const RowsFile& file : rowsFiles)
        {
            streams.push_back(&Open(file.name));
            file.writeHeader(*streams.back());
        }
        m_store.ForEachRun([&](const StoredRun& run) {
            const RunOutput output = run.isDone ? Decode(run.output) : RunOutput();
            analysis::RunSummary summary = run.isDone ? output.summary : SummarizeFailed(run);
            summary.run = run.run;
            summary.sweptValues = run.sweptValues;
            analysis::WriteRunRow(runs, summary);
            for (std::size_t i = 0; i < streams.size(); ++i)
            {
                *streams[i] << NumberRows(output.*rowsFiles[i].rows, output.summary.run, run.run);
            }
            AddToOutcome(std::move(summary), output.warnings);
            m_gallery.Add(run.run, output.stories);
        });
    }

    void WriteTexts(const std::string& command)
    {
        Open("gallery.json") << m_gallery.Format();
        WriteManifest(Open("manifest.json"), command, m_store);
    }

    StudyOutcome Commit()
    {
        for (ResultsFile& file : m_files)
        {
            file.Close();
        }
        for (ResultsFile& file : m_files)
        {
            file.Commit();
        }
        return std::move(m_outcome);
    }

  private:
    std::ostream& Open(const std::string& name)
    {
        return m_files.emplace_back(m_directory, name).GetStream();
    }

    void AddToOutcome(analysis::RunSummary summary, const std::vector<std::string>& warnings)
    {
        for (const std::string& warning : warnings)
        {
            if (++m_warnings[summary.scenario + warning] == 1)
            {
                m_outcome.warnings.push_back(summary.scenario + ", run " +
                                             std::to_string(summary.run) + ": " + warning);
            }
        }
        m_outcome.summaries.push_back(std::move(summary));
    }

    StudyStore& m_store;
    const ResultsDirectory& m_directory;
    std::list<ResultsFile> m_files;
    std::map<std::string, std::size_t> m_warnings;
    Gallery m_gallery;
    StudyOutcome m_outcome;
};

} // namespace

StudyOutcome
ExportStudy(StudyStore& store, const ResultsDirectory& directory, const std::string& command)
{
    Export files(store, directory);
    files.WriteRows();
    files.WriteTexts(command);
    return files.Commit();
}

} // namespace simulator
