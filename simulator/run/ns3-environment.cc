// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/run/ns3-environment.h"

#include "models/ddnn-logging.h"
#include "nn/input-error.h"
#include "simulator/scenario/text.h"

#include <ns3/log.h>

#include <algorithm>
#include <cstdlib>

namespace simulator
{

namespace
{

/// Of ns-3.37.
const std::vector<std::string>&
GetLogLevels()
{
    static const std::vector<std::string> levels = {
        "error",       "warn",         "debug",          "info",        "function",
        "logic",       "all",          "func",           "time",        "node",
        "level",       "level_error",  "level_warn",     "level_debug", "level_info",
        "level_logic", "level_all",    "prefix_func",    "prefix_time", "prefix_node",
        "prefix_all",  "prefix_level", "level_function", "*",           "**"};
    return levels;
}

bool
Contains(const std::vector<std::string>& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// \param entry "COMPONENT" or "COMPONENT=LEVEL|LEVEL"
void
CheckLogEntry(const std::string& entry, const std::vector<std::string>& components)
{
    const std::size_t equals = entry.find('=');
    const std::string component = entry.substr(0, equals);
    if (component != "*" && component != "***" && !Contains(components, component))
    {
        const std::string hint = Suggest(component, components);
        throw nn::InputError("NS_LOG: unknown component " + Quote(component) +
                             (hint.empty() ? ", NS_LOG=print-list shows all" : hint));
    }
    if (equals == std::string::npos)
    {
        return;
    }
    for (const std::string& level : SplitText(entry.substr(equals + 1), '|'))
    {
        if (!Contains(GetLogLevels(), level))
        {
            throw nn::InputError("NS_LOG: unknown level " + Quote(level) + " of " + component +
                                 ", expected some of error, warn, debug, info, function, logic, "
                                 "all, prefix_all with '|' between them");
        }
    }
}

std::vector<std::string>
GetLogComponents()
{
    std::vector<std::string> names;
    for (const auto& [name, component] : *ns3::LogComponent::GetComponentList())
    {
        names.push_back(name);
    }
    return names;
}

void
RefuseVariable(const char* name)
{
    const char* const value = std::getenv(name);
    if (value && *value != '\0')
    {
        throw nn::InputError(std::string(name) +
                             " is set, which no results would tell, expected it unset and "
                             "--ns3::Class::Attribute=VALUE, --RngSeed=N or --RngRun=N");
    }
}

} // namespace

void
CheckLogVariable(const std::string& value, const std::vector<std::string>& components)
{
    for (const std::string& entry : SplitText(value, ':'))
    {
        CheckLogEntry(entry, components);
    }
}

std::vector<std::string>
CheckNs3Environment()
{
    RefuseVariable("NS_ATTRIBUTE_DEFAULT");
    RefuseVariable("NS_GLOBAL_VALUE");
    const char* const log = std::getenv("NS_LOG");
    if (!log || *log == '\0')
    {
        return {};
    }
    if (ns3::ddnn::IsLoggingCompiledIn())
    {
        CheckLogVariable(log, GetLogComponents());
        return {};
    }
    unsetenv("NS_LOG");
    return {"NS_LOG is set, but this build has no log messages, expected one with "
            "-DCMAKE_BUILD_TYPE=Debug"};
}

} // namespace simulator
