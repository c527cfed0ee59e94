// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/check-command.h"

#include "nn/input-error.h"
#include "simulator/commands/ns3-options.h"
#include "simulator/commands/options.h"
#include "simulator/commands/scenario-options.h"
#include "simulator/run/run-warnings.h"
#include "simulator/scenario/scenario-parser.h"
#include "simulator/study/planner.h"

#include <iostream>
#include <sstream>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

void
PrintWarnings(const PlannedVariant& variant)
{
    for (const std::string& warning :
         FindWarnings(*variant.scenario, variant.network->GetDescription()))
    {
        std::cerr << "ddnnsim: warning: " << variant.scenario->name << ": " << warning << '\n';
    }
}

/// Prints scenarios; several are separate YAML documents. Of one that sweeps, the first variant and
/// the sweep.
void
Check(const std::vector<std::string>& paths,
      const std::vector<std::string>& settings,
      const std::vector<std::string>& sweeps)
{
    Planner planner;
    std::ostringstream text;
    for (const std::string& path : paths)
    {
        const PlannedScenario plan = planner.Plan(path, settings, sweeps);
        text << "---\n# " << path << '\n'
             << FormatScenario(*plan.variants.front().scenario) << FormatSweep(plan.sweep);
        PrintWarnings(plan.variants.front());
    }
    std::cout << text.str();
}

int
Run(const std::vector<std::string>& arguments)
{
    po::options_description options;
    AddScenarioOptions(options);
    AddNs3Options(options);
    const auto values = ParseOptions(checkCommand, options, RemoveAttributeOptions(arguments));
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> paths = GetOperands(*values);
    if (paths.empty())
    {
        throw nn::InputError("ddnnsim check: no scenario given");
    }
    Check(paths, GetAllSettings(arguments, *values), GetList(*values, "sweep"));
    return 0;
}

} // namespace

const Command checkCommand = {
    "check",
    "SCENARIO... [--set PATH=VALUE]... [--sweep PATH=VALUES]... [--RngRun=N] "
    "[--ns3::Class::Attribute=VALUE]...",
    "Validates scenarios and prints them with all defaults.",
    Run};

} // namespace simulator
