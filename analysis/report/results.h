// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_RESULTS_H
#define ANALYSIS_RESULTS_H

#include "analysis/csv-table.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace analysis
{

/// The files of a results directory.
struct Results
{
    std::unique_ptr<CsvTable> runs;
    std::unique_ptr<CsvTable> samples; //!< null: variants of a study have them
    std::unique_ptr<CsvTable> links;
    std::unique_ptr<CsvTable> nodes;
    std::unique_ptr<CsvTable> timeline; //!< null: no such file
    std::unique_ptr<CsvTable> failures; //!< null: no such file
    nlohmann::json manifest;
    nlohmann::json gallery; //!< null: no such file
};

/// \throw ReadFailure if a file is missing (but for timeline.csv, failures.csv and
/// gallery.json) or cannot be understood
Results ReadResults(const std::filesystem::path& directory);

} // namespace analysis

#endif // ANALYSIS_RESULTS_H
