// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/attribute-keys.h"

#include "nn/input-error.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/ns3-attribute.h"
#include "simulator/scenario/text-keys.h"

namespace simulator
{

namespace
{

const std::string group = "attributes";
const std::string exampleName = "<ns3::Class::Attribute>";

Key
MakeAttributeKey(const std::string& name, std::string& target)
{
    Key key;
    key.path = JoinPath(group, name);
    key.type = {"text", "a value as ns-3 writes it", "", "", {}, {}, {}, 0};
    key.help = "Default of an attribute of ns-3, for all objects of the simulation that no key of "
               "the scenario sets it for.";
    key.defaultText = "ns-3's";
    key.read = [&target, name](const Value& value) {
        const std::string text = value.GetText();
        try
        {
            CheckAttributeValue(name, text);
        }
        catch (const nn::InputError& error)
        {
            value.Refuse(error.what());
        }
        target = text;
    };
    key.write = [&target]() { return QuoteYaml(target); };
    return key;
}

} // namespace

void
DeclareAttributes(const YamlFile& file, const Settings& settings, Scenario& scenario)
{
    for (const GivenName& given : FindKeys(file, settings, group))
    {
        try
        {
            CheckAttributeName(given.name);
        }
        catch (const nn::InputError& error)
        {
            throw nn::InputError(given.place + ": " + error.what());
        }
        scenario.attributes.emplace(given.name, "");
    }
}

void
DeclareExampleAttribute(Scenario& scenario)
{
    scenario.attributes.emplace(exampleName, "");
}

void
AddAttributeKeys(KeyTable& table, Scenario& scenario)
{
    table.AddGroup(group);
    for (auto& [name, value] : scenario.attributes)
    {
        table.Add(MakeAttributeKey(name, value));
    }
}

} // namespace simulator
