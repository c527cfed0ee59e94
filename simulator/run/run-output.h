// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_RUN_OUTPUT_H
#define SIMULATOR_RUN_OUTPUT_H

#include "analysis/records.h"
#include "analysis/run-summary.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace simulator
{

/// What is kept of a run: its metrics, its rows of the csv files, without heads, and warnings.
struct RunOutput
{
    analysis::RunSummary summary;
    std::string samples;
    std::string links;
    std::string nodes;
    std::string failures;
    std::string timeline;
    std::string suspicions;
    std::vector<std::string> warnings; //!< a line each
    nlohmann::json topology;           //!< of the first site, as the manifest has it
    nlohmann::json stories;            //!< as gallery.json has them
};

RunOutput MakeOutput(const analysis::RunRecord& record);

/// As bytes (CBOR), exactly: how a child process hands it to its parent.
std::vector<std::uint8_t> Encode(const RunOutput& output);

/// \throw std::exception if the bytes are no output
RunOutput Decode(const std::vector<std::uint8_t>& bytes);

} // namespace simulator

#endif // SIMULATOR_RUN_OUTPUT_H
