// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_STUDY_H
#define ANALYSIS_STUDY_H

#include "analysis/report/results.h"
#include "analysis/report/run-rows.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace analysis
{

/// Where samples are answered, in the order from the devices up; the last: not at all.
constexpr std::array<const char*, 4> exitNames = {"local", "edge", "cloud", "lost"};
constexpr std::size_t lostExit = 3;

/// A row of samples.csv. Times in seconds.
struct StudySample
{
    std::uint32_t run = 0;
    std::uint32_t site = 0;
    std::uint32_t sample = 0;
    double capture = 0;
    int label = 0;
    int prediction = -1;                //!< -1: lost
    std::size_t exit = lostExit;        //!< index into exitNames
    std::optional<double> entropyLocal; //!< normalized, 0 to 1
    std::optional<double> entropyEdge;
    std::optional<double> latency;
    double compute = 0;
    double queue = 0;
    double network = 0;
    double wait = 0;
    double payload = 0; //!< bytes of all devices
    double viewsMissing = 0;

    bool IsCorrect() const;
};

/// A row of failures.csv. Times in seconds from the start of the run.
struct StudyFailure
{
    std::string target; //!< node or link
    std::string what;   //!< node, link, camera, processor
    std::string kind;   //!< off, battery, down, ...
    double begin = 0;
    std::optional<double> end;       //!< none: it lasted to the end of the run
    std::optional<double> detected;  //!< when somebody suspected the node
    std::optional<double> recovered; //!< when nobody did any more
};

/// A row of runs.csv: what is a number in it, by column.
struct StudyRun
{
    std::uint32_t run = 0;
    std::string seed;        //!< as it is written: a double does not hold it
    std::string replication; //!< its number
    std::map<std::string, double> metrics;
    std::vector<StudyFailure> failures; //!< by begin
};

/// One scenario with one combination of swept values, and all its replications.
struct Variant
{
    std::string name;     //!< unique in the study: scenario, swept paths and their values
    std::string label;    //!< as unique and shorter, for people: see LabelVariants
    std::string scenario; //!< its name
    /// Swept paths and their values, in the order of the columns.
    std::vector<std::pair<std::string, std::string>> swept;
    std::map<std::string, std::string> settings; //!< of the scenario, by dotted path
    nlohmann::json description;                  //!< of the scenario in the manifest; may be null
    std::vector<StudyRun> runs;
    std::vector<StudySample> samples; //!< of all its runs

    /// Values of a column of runs.csv, of the runs that have one.
    std::vector<double> GetMetric(const std::string& column) const;
};

/// Results as the report sees them: variants to compare.
struct Study
{
    std::string title;    //!< name of the directory
    std::string question; //!< what the study answers, in one line
    Results results;
    std::vector<Variant> variants; //!< in order of first appearance in runs.csv
    std::unordered_map<std::uint32_t, std::size_t> owners; //!< index of the variant of a run
    std::size_t failedRuns = 0;                            //!< that belong to no variant
    RunRows linkRows;                                      //!< of links.csv
    RunRows nodeRows;                                      //!< of nodes.csv

    std::size_t CountSamples() const;
    /// How many variants, from the first on, are shown one by one: more than people look at would
    /// only make the page large.
    std::size_t CountShown() const;
};

/// The rows of all runs of a variant.
std::vector<std::size_t> FindRows(const RunRows& rows, const Variant& variant);

/// \param title shown as the report's title
/// \throw ReadFailure
Study MakeStudy(const std::string& title, Results results);

} // namespace analysis

#endif // ANALYSIS_STUDY_H
