// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/scenario-options.h"

#include <string>
#include <vector>

namespace simulator
{

namespace po = boost::program_options;

void
AddScenarioOptions(po::options_description& options)
{
    options.add_options()(
        "set",
        po::value<std::vector<std::string>>()->composing()->value_name("PATH=VALUE"),
        "set a key of every scenario, such as thresholds.local=0.5; repeatable");
    options.add_options()(
        "sweep",
        po::value<std::vector<std::string>>()->composing()->value_name("PATH=VALUES"),
        "simulate every scenario with each value of a key, such as "
        "links.backhaul.rate=1Mbps,10Mbps or "
        "'thresholds.local={from: 0, to: 1, steps: 11}'; several are combined; repeatable");
}

} // namespace simulator
