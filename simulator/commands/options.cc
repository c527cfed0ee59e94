// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/options.h"

#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <iostream>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

const char* const operandsName = "operands";

void
PrintHelp(const Command& command, const po::options_description& options)
{
    std::cout << "usage: ddnnsim " << command.name << ' ' << command.usage << "\n\n"
              << command.help << "\n\n"
              << options;
}

std::vector<std::string>
GetLongNames(const po::options_description& options)
{
    std::vector<std::string> names;
    for (const auto& option : options.options())
    {
        names.push_back("--" + option->long_name());
    }
    return names;
}

po::variables_map
Parse(const po::options_description& visible, const std::vector<std::string>& arguments)
{
    po::options_description all;
    all.add(visible);
    all.add_options()(operandsName, po::value<std::vector<std::string>>());
    po::positional_options_description positions;
    positions.add(operandsName, -1);
    using namespace po::command_line_style;
    const auto style = unix_style & ~allow_guessing;
    po::variables_map values;
    po::store(
        po::command_line_parser(arguments).options(all).positional(positions).style(style).run(),
        values);
    po::notify(values);
    return values;
}

} // namespace

std::optional<po::variables_map>
ParseOptions(const Command& command,
             const po::options_description& options,
             const std::vector<std::string>& arguments)
{
    po::options_description visible("options");
    for (const auto& option : options.options())
    {
        visible.add(option);
    }
    visible.add_options()("help,h", "show this help");
    const std::string where = std::string("ddnnsim ") + command.name + ": ";
    try
    {
        po::variables_map values = Parse(visible, arguments);
        if (values.count("help") > 0)
        {
            PrintHelp(command, visible);
            return std::nullopt;
        }
        return values;
    }
    catch (const po::unknown_option& error)
    {
        const std::string name = error.get_option_name();
        throw nn::InputError(where + "unknown option " + Quote(name) +
                             Suggest(name, GetLongNames(visible)));
    }
    catch (const po::error& error)
    {
        throw nn::InputError(where + error.what());
    }
}

std::vector<std::string>
GetOperands(const po::variables_map& values)
{
    return GetList(values, operandsName);
}

std::vector<std::string>
GetList(const po::variables_map& values, const std::string& name)
{
    return values.count(name) > 0 ? values[name].as<std::vector<std::string>>()
                                  : std::vector<std::string>{};
}

} // namespace simulator
