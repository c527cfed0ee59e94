// SPDX-License-Identifier: GPL-2.0-only
// Here and not with the keys: all classes of the simulator are in this program.
#include "nn/input-error.h"
#include "simulator/scenario/ns3-attribute.h"
#include "simulator/scenario/owned-attributes.h"
#include "simulator/scenario/scenario-keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>

using namespace simulator;

namespace
{

std::string
GetNameError(const std::string& name)
{
    try
    {
        CheckAttributeName(name);
    }
    catch (const nn::InputError& error)
    {
        return error.what();
    }
    return "accepted";
}

/// Whether the owner of an attribute is a key, with any name for NAME, or an attribute itself.
bool
IsOwner(const std::string& owner)
{
    if (owner.rfind("ns3::", 0) == 0)
    {
        return GetNameError(owner) == "accepted";
    }
    const std::regex pattern(std::regex_replace(
        std::regex_replace(owner, std::regex("\\."), "\\."), std::regex("NAME"), "[^.]+"));
    Scenario scenario = MakeDefaultScenario();
    const KeyTable table = MakeDocumentedKeys(scenario);
    return std::any_of(table.GetKeys().begin(), table.GetKeys().end(), [&](const Key& key) {
        return std::regex_match(key.path, pattern);
    });
}

} // namespace

TEST(OwnedAttributes, TheyAndTheirOwnersAreThere)
{
    for (const OwnedAttribute& attribute : GetOwnedAttributes())
    {
        // What there is not, or what could not be set, would be refused for that.
        EXPECT_EQ(GetNameError(attribute.name).rfind(attribute.name + " is always set ", 0), 0U)
            << GetNameError(attribute.name);
        EXPECT_TRUE(attribute.owner.empty() || IsOwner(attribute.owner)) << attribute.owner;
    }
}
