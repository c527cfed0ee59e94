// SPDX-License-Identifier: GPL-2.0-only
#include "nn/input-error.h"
#include "simulator/scenario/scenario-keys.h"
#include "simulator/scenario/scenario-parser.h"
#include "tests/simulator/scenario-key-cases.h"
#include "tests/simulator/temporary-file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <sstream>
#include <vector>

using namespace simulator;

namespace
{

/// A scenario file in which one key has a value, and the place of the value.
struct OneKeyFile
{
    std::string text;
    std::string place;
};

/// Kind of the failures that have a key; keys that all have: the default, which needs no line.
std::string
MakeKindOfFailure(const std::string& key)
{
    const std::map<std::string, std::string> kinds = {{"rate", "degrade"},
                                                      {"delay", "degrade"},
                                                      {"extra_loss", "degrade"},
                                                      {"loss", "degrade"},
                                                      {"probability", "loss"},
                                                      {"deviation", "noisy"},
                                                      {"share", "covered"},
                                                      {"grey", "covered"},
                                                      {"factor", "slow"}};
    const auto kind = kinds.find(key);
    return kind == kinds.end() ? "" : "    kind: " + kind->second + "\n";
}

/// What a profile or a failure needs besides the key that is tested.
std::string
MakeRest(const std::string& path)
{
    const std::string group = path.substr(0, path.find('.'));
    if (group == "failures")
    {
        return MakeKindOfFailure(path.substr(path.rfind('.') + 1));
    }
    if (group != "profiles" && group != "interfaces")
    {
        return "";
    }
    const std::string key = path.substr(path.rfind('.') + 1);
    const std::string base = group == "profiles" ? "cortex-m7" : "ethernet-10";
    return (key == "base" ? "" : "    base: " + base + "\n") +
           (key == "source" ? "" : std::string("    source: assumed\n"));
}

const std::string anyRecord = ".<number>.";

OneKeyFile
MakeFile(const KeyCase& one, const std::string& value)
{
    const std::string& path = one.path;
    OneKeyFile file;
    std::string indent;
    std::string name;
    int line = 0;
    std::istringstream parts(path);
    for (std::string part; std::getline(parts, part, '.'); indent += "  ")
    {
        if (part == "<number>")
        {
            continue; // its key is the first of the record
        }
        const bool first = indent.size() >= 2 && path.find(anyRecord + part) != std::string::npos;
        file.text += name.empty() ? "" : "\n";
        name = (first ? indent.substr(2) + "- " : indent) + part + ":";
        file.text += name;
        ++line;
    }
    const bool needsType = path.rfind("links.", 0) == 0 && name != indent.substr(2) + "type:";
    const std::string type = needsType ? "    type: " + one.type + "\n" : ""; // in the link's map
    file.text +=
        " " + value + "\n" + type + MakeRest(path) + (path == "network" ? "" : "network: n.npz\n");
    file.place = "c.yaml:" + std::to_string(line) + ":" + std::to_string(name.size() + 2);
    return file;
}

/// What a record needs besides one of its keys, as settings.
std::vector<std::string>
MakeRecordSettings(const std::string& path)
{
    std::vector<std::string> settings;
    const std::size_t place = path.find(anyRecord);
    if (path == "failures.<number>.grey")
    {
        settings.emplace_back("failures.1.share=0.5");
    }
    else if (path.rfind("background.", 0) == 0)
    {
        const std::string record = path.substr(0, place) + ".1.";
        for (const char* const setting : {"from=cloud", "to=device-1", "rate=1Mbps"})
        {
            const std::string name(setting, std::string(setting).find('='));
            if (path.substr(place + anyRecord.size()) != name)
            {
                settings.push_back(record + setting);
            }
        }
    }
    return settings;
}

/// The path of a key in a file with one record; messages have it, too.
std::string
NumberRecord(const std::string& path)
{
    const std::size_t place = path.find(anyRecord);
    return place == std::string::npos
               ? path
               : path.substr(0, place) + ".1." + path.substr(place + anyRecord.size());
}

class ScenarioKeys : public ::testing::TestWithParam<KeyCase>
{
};

} // namespace

TEST_P(ScenarioKeys, GoodValueIsRead)
{
    const KeyCase& one = GetParam();
    const OneKeyFile text = MakeFile(one, one.good);
    const TemporaryFile file("c.yaml", text.text);
    Scenario scenario = ParseScenario(file.GetPath(), MakeRecordSettings(one.path));
    const KeyTable table = MakeScenarioKeys(scenario);
    const Key* const key = table.Find(NumberRecord(one.path));
    ASSERT_NE(key, nullptr);
    EXPECT_EQ(key->write ? key->write() : "", one.printed);
}

TEST_P(ScenarioKeys, BadValueIsRefusedWithItsPlace)
{
    const KeyCase& one = GetParam();
    for (const auto& [value, message] : one.bad)
    {
        const OneKeyFile text = MakeFile(one, value);
        const TemporaryFile file("c.yaml", text.text);
        try
        {
            ParseScenario(file.GetPath(), {});
            ADD_FAILURE() << one.path << " took " << value;
        }
        catch (const nn::InputError& error)
        {
            EXPECT_EQ(file.Strip(error.what()),
                      text.place + ": " + NumberRecord(one.path) + ": " + message);
        }
    }
}

TEST_P(ScenarioKeys, NoValueIsRefused)
{
    const KeyCase& one = GetParam();
    const TemporaryFile file("c.yaml", MakeFile(one, "").text);
    EXPECT_THROW(ParseScenario(file.GetPath(), {}), nn::InputError);
}

INSTANTIATE_TEST_SUITE_P(
    Every, ScenarioKeys, ::testing::ValuesIn(MakeKeyCases()), [](const auto& info) {
        std::string name = info.param.path + "_" + std::to_string(info.index);
        std::replace_if(
            name.begin(), name.end(), [](char character) { return !std::isalnum(character); }, '_');
        return name;
    });

TEST(ScenarioKeysTable, EveryKeyIsTested)
{
    const std::vector<KeyCase> cases = MakeKeyCases();
    Scenario scenario = MakeDefaultScenario();
    const KeyTable table = MakeDocumentedKeys(scenario);
    for (const Key& key : table.GetKeys())
    {
        std::string path = std::regex_replace(key.path, std::regex("<name>"), "mine");
        path = std::regex_replace(path, std::regex("<node>"), "device-3");
        path = std::regex_replace(path, std::regex("<edge>"), "edge-1");
        path = std::regex_replace(path, std::regex("<ns3::.*>"), "ns3::PointToPointNetDevice::Mtu");
        EXPECT_TRUE(std::any_of(cases.begin(), cases.end(), [&path](const KeyCase& one) {
            return one.path == path;
        })) << path;
    }
}

TEST(ScenarioKeysTable, EveryKeyHasHelp)
{
    Scenario scenario = MakeDefaultScenario();
    const KeyTable table = MakeDocumentedKeys(scenario);
    for (const Key& key : table.GetKeys())
    {
        EXPECT_EQ(key.help.back(), '.') << key.path;
        EXPECT_FALSE(key.type.name.empty()) << key.path;
        EXPECT_FALSE(key.type.expected.empty()) << key.path;
    }
}
