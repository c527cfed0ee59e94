// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/run/ns3-environment.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace simulator;

namespace
{

std::string
GetLogError(const std::string& value)
{
    try
    {
        CheckLogVariable(value, {"DdnnCamera", "WifiPhy"});
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST(Ns3Environment, GoodLogVariables)
{
    for (const char* value : {"DdnnCamera",
                              "DdnnCamera=info",
                              "DdnnCamera=level_info|prefix_all:WifiPhy=warn|debug",
                              "*",
                              "***",
                              "*=**",
                              "WifiPhy=*"})
    {
        EXPECT_EQ(GetLogError(value), "accepted") << value;
    }
}

TEST(Ns3Environment, LogVariablesAtWhichNs3WouldEnd)
{
    EXPECT_EQ(GetLogError("DdnnCamra=info"),
              "NS_LOG: unknown component 'DdnnCamra', did you mean 'DdnnCamera'?");
    EXPECT_EQ(GetLogError("Queue"),
              "NS_LOG: unknown component 'Queue', NS_LOG=print-list shows all");
    EXPECT_EQ(GetLogError("WifiPhy:"), "NS_LOG: unknown component '', NS_LOG=print-list shows all");
    const std::string levels = ", expected some of error, warn, debug, info, function, logic, all, "
                               "prefix_all with '|' between them";
    EXPECT_EQ(GetLogError("WifiPhy=loud"), "NS_LOG: unknown level 'loud' of WifiPhy" + levels);
    EXPECT_EQ(GetLogError("*=info|"), "NS_LOG: unknown level '' of *" + levels);
}

TEST(Ns3Environment, VariablesThatChangeResultsAreRefused)
{
    EXPECT_NO_THROW(CheckNs3Environment());
    for (const char* name : {"NS_ATTRIBUTE_DEFAULT", "NS_GLOBAL_VALUE"})
    {
        setenv(name, "", 1);
        EXPECT_NO_THROW(CheckNs3Environment());
        setenv(name, "ns3::WifiMac::Ssid=x", 1);
        EXPECT_THROW(CheckNs3Environment(), nn::InputError);
        unsetenv(name);
    }
}
