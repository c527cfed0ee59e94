// SPDX-License-Identifier: GPL-2.0-only
#include "simulator/scenario/network-parser.h"

#include "nn/input-error.h"
#include "simulator/scenario/key-reader.h"
#include "simulator/scenario/network-keys.h"
#include "simulator/scenario/yaml-file.h"

namespace simulator
{

namespace
{

/// Messages about the structure begin with a key: they get its place, or that of the file.
void
Validate(const NetworkPlan& plan, const KeyReader& reader, const std::string& path)
{
    try
    {
        plan.network.Validate();
        plan.training.Validate(plan.network);
    }
    catch (const nn::InputError& error)
    {
        const std::string message = error.what();
        const auto place = reader.GetPlaces().find(message.substr(0, message.find(':')));
        throw nn::InputError((place != reader.GetPlaces().end() ? place->second : path) + ": " +
                             message);
    }
}

} // namespace

NetworkPlan
ParseNetworkFile(const std::string& path)
{
    const YamlFile file = ReadYamlFile(path);
    NetworkPlan plan = MakeDefaultNetworkPlan();
    plan.network.name = GetStem(path);
    const KeyTable table = MakeNetworkKeys(plan);
    KeyReader reader(table);
    reader.ReadFile(file);
    reader.CheckRequired(file);
    Validate(plan, reader, path);
    return plan;
}

} // namespace simulator
