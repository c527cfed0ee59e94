// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/commands/ns3-options.h"

#include "nn/input-error.h"
#include "simulator/commands/options.h"
#include "simulator/scenario/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace simulator
{

namespace
{

namespace po = boost::program_options;

/// An option of ns-3's command lines, and the key that it is short for.
struct ShortOption
{
    const char* name;
    const char* key;
    const char* help;
};

constexpr std::array<ShortOption, 2> shortOptions = {
    {{"RngSeed", "seed", "short for --set seed=N"},
     {"RngRun",
      "rng_run",
      "short for --set rng_run=N: the first replication's number, from which the others count "
      "up"}}};

const std::string attributeOption = "--ns3::";

bool
IsAttributeOption(const std::string& argument)
{
    return argument.rfind(attributeOption, 0) == 0;
}

/// Behind `--` everything is the name of a file.
std::vector<std::string>::const_iterator
FindEnd(const std::vector<std::string>& arguments)
{
    return std::find(arguments.begin(), arguments.end(), "--");
}

std::string
MakeAttributeSetting(const std::string& argument)
{
    if (argument.find('=') == std::string::npos)
    {
        throw nn::InputError(Quote(argument) +
                             " has no value, expected --ns3::Class::Attribute=VALUE");
    }
    return "attributes." + argument.substr(2);
}

} // namespace

void
AddNs3Options(po::options_description& options)
{
    for (const ShortOption& option : shortOptions)
    {
        options.add_options()(option.name, po::value<std::string>()->value_name("N"), option.help);
    }
    // For the help: RemoveAttributeOptions takes those that are given.
    options.add_options()("ns3::Class::Attribute",
                          po::value<std::string>()->value_name("VALUE"),
                          "default of an attribute of ns-3: short for --set "
                          "attributes.ns3::Class::Attribute=VALUE; repeatable");
}

std::vector<std::string>
RemoveAttributeOptions(const std::vector<std::string>& arguments)
{
    const auto end = FindEnd(arguments);
    std::vector<std::string> left;
    std::remove_copy_if(arguments.begin(), end, std::back_inserter(left), IsAttributeOption);
    left.insert(left.end(), end, arguments.end());
    return left;
}

std::vector<std::string>
GetAllSettings(const std::vector<std::string>& arguments, const po::variables_map& values)
{
    std::vector<std::string> settings = GetList(values, "set");
    for (const ShortOption& option : shortOptions)
    {
        if (values.count(option.name) > 0)
        {
            settings.push_back(std::string(option.key) + "=" +
                               values[option.name].as<std::string>());
        }
    }
    for (auto argument = arguments.begin(); argument != FindEnd(arguments); ++argument)
    {
        if (IsAttributeOption(*argument))
        {
            settings.push_back(MakeAttributeSetting(*argument));
        }
    }
    return settings;
}

} // namespace simulator
