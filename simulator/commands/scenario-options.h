// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_SCENARIO_OPTIONS_H
#define SIMULATOR_SCENARIO_OPTIONS_H

#include <boost/program_options.hpp>

namespace simulator
{

/// Adds `--set` and `--sweep`, which change scenarios.
void AddScenarioOptions(boost::program_options::options_description& options);

} // namespace simulator

#endif // SIMULATOR_SCENARIO_OPTIONS_H
