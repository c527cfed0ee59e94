// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/check-command.h"

#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/study/planner.h"

#include <iostream>
#include <sstream>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

/// Prints scenarios; several are separate YAML documents.
void
Check(const std::vector<std::string>& paths, const std::vector<std::string>& settings)
{
    Planner planner;
    std::ostringstream text;
    for (const std::string& path : paths)
    {
        const std::vector<PlannedRun> runs = planner.Plan(path, settings);
        text << "---\n# " << path << '\n' << FormatScenario(*runs.front().scenario);
    }
    std::cout << text.str();
}

int
Run(const std::vector<std::string>& arguments)
{
    po::options_description options;
    options.add_options()(
        "set",
        po::value<std::vector<std::string>>()->composing()->value_name("PATH=VALUE"),
        "set a key of every scenario, such as thresholds.local=0.5; repeatable");
    const auto values = ParseOptions(checkCommand, options, arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> paths = GetOperands(*values);
    if (paths.empty())
    {
        throw nn::InputError("ddnnsim check: no scenario given");
    }
    Check(paths, GetList(*values, "set"));
    return 0;
}

} // namespace

const Command checkCommand = {"check",
                              "SCENARIO... [--set PATH=VALUE]...",
                              "Validates scenarios and prints them with all defaults.",
                              Run};

} // namespace simulator
