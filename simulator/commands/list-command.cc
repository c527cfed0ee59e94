// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/list-command.h"

#include "analysis/number-format.h"
#include "analysis/table.h"
#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/links/link-type.h"
#include "simulator/scenario/interface-profiles.h"
#include "simulator/scenario/key-page.h"
#include "simulator/scenario/key-schema.h"
#include "simulator/scenario/processor-profiles.h"
#include "simulator/scenario/quantity.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/scenario/text.h"
#include "simulator/transports/transport-type.h"

#include <iostream>
#include <optional>

namespace simulator
{

namespace
{

namespace po = boost::program_options;
using analysis::Table;

std::string
FormatRate(double operationsPerSecond)
{
    return analysis::FormatNumber(operationsPerSecond / 1e6);
}

/// Where the figures come from, in a table of its own: both would not fit side by side.
template <typename Profile>
void
ListSources(const std::vector<Profile>& profiles)
{
    Table table({{"profile", "", Table::Align::Left}, {"source", "", Table::Align::Left}});
    for (const Profile& profile : profiles)
    {
        table.AddRow({profile.name, profile.source});
    }
    std::cout << '\n';
    table.Write(std::cout);
}

void
ListProcessors()
{
    Table table({{"processor", "", Table::Align::Left},
                 {"fixed cost", ""},
                 {"binary", "Mop/s"},
                 {"real", "Mop/s"},
                 {"idle", "W"},
                 {"busy", "W"}});
    for (const ProcessorProfile& profile : GetProcessorProfiles())
    {
        table.AddRow({profile.name,
                      FormatTime(profile.fixedCost),
                      FormatRate(profile.binaryRate),
                      FormatRate(profile.realRate),
                      FormatNumber(profile.idlePowerWatt),
                      FormatNumber(profile.busyPowerWatt)});
    }
    table.Write(std::cout);
    ListSources(GetProcessorProfiles());
}

std::string
FormatOptional(std::optional<double> value, double factor)
{
    return value ? analysis::FormatNumber(*value * factor) : "-";
}

void
ListInterfaces()
{
    Table table({{"interface", "", Table::Align::Left},
                 {"medium", "", Table::Align::Left},
                 {"idle", "mW"},
                 {"send", "mW"},
                 {"receive", "mW"},
                 {"sleep", "mW"},
                 {"connected", "mW"},
                 {"tail", ""},
                 {"send", "nJ/bit"},
                 {"receive", "nJ/bit"}});
    for (const InterfaceProfile& profile : GetInterfaceProfiles())
    {
        const bool perBit = profile.sendJoulesPerBit.has_value();
        table.AddRow({profile.name,
                      profile.medium,
                      FormatOptional(profile.idlePowerWatt, 1e3),
                      perBit ? "-" : FormatOptional(profile.sendPowerWatt, 1e3),
                      perBit ? "-" : FormatOptional(profile.receivePowerWatt, 1e3),
                      FormatOptional(profile.sleepPowerWatt, 1e3),
                      FormatOptional(profile.connectedPowerWatt, 1e3),
                      profile.tail ? FormatTime(*profile.tail) : "-",
                      FormatOptional(profile.sendJoulesPerBit, 1e9),
                      FormatOptional(profile.receiveJoulesPerBit, 1e9)});
    }
    table.Write(std::cout);
    std::cout << "\nWired interfaces: send and receive on top of idle. Radios of wifi and lr-wpan: "
                 "one at\n"
                 "a time. Radios of lte: per bit, on top of connected.\n";
    ListSources(GetInterfaceProfiles());
}

void
ListProfiles()
{
    ListProcessors();
    std::cout << '\n';
    ListInterfaces();
}

void
ListLinks()
{
    Table table({{"type", "", Table::Align::Left}, {"meaning and source", "", Table::Align::Left}});
    for (const LinkType& type : GetLinkTypes())
    {
        table.AddRow({type.name, type.help});
        table.AddRow({"", std::string("defaults ") + type.source});
    }
    table.Write(std::cout);
}

void
ListTransports()
{
    Table table(
        {{"transport", "", Table::Align::Left}, {"meaning and limits", "", Table::Align::Left}});
    for (const TransportType& type : GetTransportTypes())
    {
        table.AddRow({type.name, type.help});
        table.AddRow({"", type.limits});
    }
    table.Write(std::cout);
}

void
ListKeys()
{
    Scenario scenario = MakeDefaultScenario();
    Table table({{"key", "", Table::Align::Left},
                 {"default", "", Table::Align::Left},
                 {"meaning", "", Table::Align::Left}});
    const KeyTable keys = MakeDocumentedKeys(scenario);
    for (const Key& key : keys.GetKeys())
    {
        const std::string range = key.range.empty() ? "" : " (" + key.range + ")";
        table.AddRow({key.path, key.defaultText.value_or("(required)"), key.help + range});
    }
    table.Write(std::cout);
}

void
ListKeysAs(const po::variables_map& values)
{
    if (values.count("schema") > 0)
    {
        Scenario scenario = MakeDefaultScenario();
        std::cout << FormatSchema(MakeDocumentedKeys(scenario), "ddnnsim scenario");
    }
    else if (values.count("markdown") > 0)
    {
        std::cout << FormatReferencePage();
    }
    else
    {
        ListKeys();
    }
}

void
List(const std::string& what, const po::variables_map& values)
{
    const bool format = values.count("schema") + values.count("markdown") > 0;
    if (format && what != "keys")
    {
        throw nn::InputError("ddnnsim list: --schema and --markdown are for 'keys'");
    }
    if (what == "profiles")
    {
        ListProfiles();
    }
    else if (what == "links")
    {
        ListLinks();
    }
    else if (what == "transports")
    {
        ListTransports();
    }
    else if (what == "keys")
    {
        ListKeysAs(values);
    }
    else
    {
        throw nn::InputError("ddnnsim list: unknown list " + Quote(what) +
                             ", expected profiles, links, transports or keys");
    }
}

int
Run(const std::vector<std::string>& arguments)
{
    po::options_description options;
    options.add_options()("schema", "keys as JSON Schema (draft-07), for editors");
    options.add_options()("markdown", "keys of scenario and network files as a reference page");
    const auto values = ParseOptions(listCommand, options, arguments);
    if (!values)
    {
        return 0;
    }
    const std::vector<std::string> operands = GetOperands(*values);
    if (operands.size() != 1)
    {
        throw nn::InputError("ddnnsim list: expected one of profiles, links, transports or keys");
    }
    List(operands[0], *values);
    return 0;
}

} // namespace

const Command listCommand = {"list",
                             "profiles|links|transports|keys [--schema|--markdown]",
                             "Shows what a scenario may name, with sources.",
                             Run};

} // namespace simulator
