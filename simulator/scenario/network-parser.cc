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

/// The structure as a whole has no line: the message names the file.
void
Validate(const nn::NetworkDescription& network, const std::string& path)
{
    try
    {
        network.Validate();
    }
    catch (const nn::InputError& error)
    {
        throw nn::InputError(path + ": " + error.what());
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
    Validate(plan.network, path);
    return plan;
}

} // namespace simulator
