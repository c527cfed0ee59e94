// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_PARSER_H
#define SIMULATOR_SCENARIO_PARSER_H

#include "simulator/scenario/scenario.h"
#include "simulator/scenario/sweep.h"
#include "simulator/scenario/yaml-file.h"

#include <string>
#include <vector>

namespace simulator
{

/// A scenario file that was read, and not yet resolved.
struct ScenarioFile
{
    YamlFile yaml; //!< without its sweep
    Sweep sweep;   //!< as the file says it
};

/// \throw nn::InputError
ScenarioFile ReadScenarioFile(const std::string& path);

/// The scenario of a file (YAML; keys: see MakeScenarioKeys).
/// \param settings applied in order after the file
/// Relative paths start at the folder of their source.
/// \throw nn::InputError with the place. Nothing else is thrown.
Scenario ResolveScenario(const ScenarioFile& file, const Settings& settings);

/// Reads and resolves a scenario file, as if it swept nothing.
/// \param settings "PATH=VALUE" each, applied in order after the file
/// Relative paths start at the folder of the file, those in settings at the current folder.
/// \throw nn::InputError with file, line and column, or with the setting. Nothing else is thrown.
Scenario ParseScenario(const std::string& path, const std::vector<std::string>& settings);

/// The scenario as YAML with every key; a file of this text in the current folder parses to the
/// same scenario (but for Scenario::file).
std::string FormatScenario(const Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_SCENARIO_PARSER_H
