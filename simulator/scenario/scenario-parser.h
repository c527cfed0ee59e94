// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_PARSER_H
#define SIMULATOR_SCENARIO_PARSER_H

#include "simulator/scenario/scenario.h"

#include <string>
#include <vector>

namespace simulator
{

/// Reads a scenario file (YAML; keys: see MakeScenarioKeys).
/// \param settings "PATH=VALUE" each, applied in order after the file
/// Relative paths start at the folder of the file, those in settings at the current folder.
/// \throw nn::InputError with file, line and column, or with the setting. Nothing else is thrown.
Scenario ParseScenario(const std::string& path, const std::vector<std::string>& settings);

/// The scenario as YAML with every key; a file of this text in the current folder parses to the
/// same scenario (but for Scenario::file).
std::string FormatScenario(const Scenario& scenario);

} // namespace simulator

#endif // SIMULATOR_SCENARIO_PARSER_H
