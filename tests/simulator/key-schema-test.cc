// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/key-schema.h"
#include "simulator/scenario/scenario-keys.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <regex>

using namespace simulator;

namespace
{

nlohmann::json
MakeScenarioSchema()
{
    Scenario scenario = MakeDefaultScenario();
    return nlohmann::json::parse(FormatSchema(MakeDocumentedKeys(scenario), "scenario"));
}

/// Schema of a dotted path.
nlohmann::json
FindSchema(const std::string& path)
{
    nlohmann::json schema = MakeScenarioSchema();
    std::istringstream parts(path);
    for (std::string part; std::getline(parts, part, '.');)
    {
        if (schema.contains("anyOf"))
        {
            schema = nlohmann::json(schema.at("anyOf").at(1)); // the group behind a short form
        }
        schema = part == "<number>"    ? schema.at("items")
                 : part.front() == '<' ? schema.at("additionalProperties")
                                       : schema.at("properties").at(part);
    }
    return schema;
}

} // namespace

TEST(KeySchema, DescribesTheFile)
{
    const nlohmann::json schema = MakeScenarioSchema();
    EXPECT_EQ(schema.at("$schema"), "http://json-schema.org/draft-07/schema#");
    EXPECT_EQ(schema.at("type"), "object");
    EXPECT_EQ(schema.at("additionalProperties"), false);
    EXPECT_EQ(schema.at("required"), nlohmann::json::array({"network"}));
}

TEST(KeySchema, HasEveryKey)
{
    Scenario scenario = MakeDefaultScenario();
    const KeyTable table = MakeDocumentedKeys(scenario);
    for (const Key& key : table.GetKeys())
    {
        const nlohmann::json schema = FindSchema(key.path);
        const nlohmann::json& value =
            schema.contains("description") ? schema : schema.at("anyOf").at(0);
        EXPECT_FALSE(value.at("description").empty()) << key.path;
    }
}

TEST(KeySchema, SaysTypesAndRanges)
{
    EXPECT_EQ(FindSchema("thresholds.local").at("type"), "number");
    EXPECT_EQ(FindSchema("thresholds.local").at("maximum"), 1);
    EXPECT_EQ(FindSchema("sites").at("type"), "integer");
    EXPECT_EQ(FindSchema("sites").at("minimum"), 1);
    EXPECT_EQ(FindSchema("escalation").at("enum"), nlohmann::json::array({"on-demand", "eager"}));
    EXPECT_EQ(FindSchema("waits").at("additionalProperties"), false);
}

TEST(KeySchema, NamesOfProfilesAreOpen)
{
    const nlohmann::json processor = FindSchema("processors.device").at("anyOf");
    EXPECT_EQ(processor.at(0).at("enum").at(0), "cortex-m4");
    EXPECT_EQ(processor.at(0).at("enum").back(), "gpu-server");
    EXPECT_TRUE(
        std::regex_match("my-npu", std::regex(processor.at(1).at("pattern").get<std::string>())));
    const nlohmann::json profile = FindSchema("profiles.<name>");
    EXPECT_EQ(profile.at("additionalProperties"), false);
    EXPECT_EQ(profile.at("properties").at("busy_power").at("type"), "string");
    EXPECT_TRUE(FindSchema("profiles").at("properties").empty());
}

TEST(KeySchema, AListOfRecords)
{
    const nlohmann::json background = FindSchema("background");
    EXPECT_EQ(background.at("type"), "array");
    const nlohmann::json& flow = background.at("items");
    EXPECT_EQ(flow.at("required"), nlohmann::json::array({"from", "to", "rate"}));
    EXPECT_EQ(flow.at("additionalProperties"), false);
    EXPECT_EQ(flow.at("properties").at("bytes").at("maximum"), 1500);
}

TEST(KeySchema, ASweepHasListsAndRanges)
{
    const nlohmann::json sweep = FindSchema("sweep");
    EXPECT_EQ(sweep.at("type"), "object");
    EXPECT_FALSE(sweep.at("description").empty());
    const nlohmann::json& values = sweep.at("additionalProperties").at("anyOf");
    EXPECT_EQ(values.at(0).at("type"), "array");
    const nlohmann::json& range = values.at(1);
    EXPECT_EQ(range.at("required"), nlohmann::json::array({"from", "to", "steps"}));
    EXPECT_EQ(range.at("additionalProperties"), false);
    EXPECT_EQ(range.at("properties").at("steps").at("type"), "integer");
    const nlohmann::json& zip = sweep.at("properties").at("zip").at("anyOf");
    EXPECT_EQ(zip.at(0).at("additionalProperties").at("anyOf"), values);
    EXPECT_EQ(zip.at(1).at("items"), zip.at(0));
}

TEST(KeySchema, AShortFormIsAnAlternative)
{
    const nlohmann::json dataset = FindSchema("dataset").at("anyOf");
    EXPECT_EQ(dataset.at(0).at("type"), "string");
    EXPECT_EQ(dataset.at(1).at("properties").at("seed").at("type"), "integer");
}

TEST(KeySchema, PatternsOfQuantities)
{
    const std::regex rate(FindSchema("links.local.rate").at("pattern").get<std::string>());
    for (const char* text : {"10Mbps", "1.5Gbps", "64kb/s", "1Kib/s", "3B/s", "2MBps"})
    {
        EXPECT_TRUE(std::regex_match(text, rate)) << text;
    }
    EXPECT_FALSE(std::regex_match("10", rate));
    EXPECT_FALSE(std::regex_match("10 Mbps", rate));
    const std::regex time(FindSchema("waits.local.time").at("pattern").get<std::string>());
    EXPECT_TRUE(std::regex_match("200ms", time));
    EXPECT_FALSE(std::regex_match("200", time));
    const std::regex power(
        FindSchema("interfaces.<name>.idle_power").at("pattern").get<std::string>());
    EXPECT_TRUE(std::regex_match("1.5mW", power));
    EXPECT_FALSE(std::regex_match("1.5", power));
    const std::regex energy(
        FindSchema("batteries.device.capacity").at("pattern").get<std::string>());
    for (const char* text : {"10kJ", "2Wh", "1.5mWh", "3J"})
    {
        EXPECT_TRUE(std::regex_match(text, energy)) << text;
    }
    EXPECT_FALSE(std::regex_match("3W", energy));
}
