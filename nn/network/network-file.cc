// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/network-file.h"

#include "nn/data/npz-file.h"
#include "nn/data/quote.h"
#include "nn/input-error.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/network-json.h"
#include "nn/network/test-vectors.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace nn
{

namespace
{

constexpr const char* headName = "network.json";

bool
IsVariance(const std::string& name)
{
    return name.size() >= 4 && name.compare(name.size() - 4, 4, ".var") == 0;
}

void
ReadTensor(const NpzReader& reader, const NamedTensor& named)
{
    std::vector<float> values = reader.ReadFloats(named.name, named.tensor->shape);
    for (const float value : values)
    {
        if (!std::isfinite(value))
        {
            throw InputError(reader.GetPath() + ": " + named.name +
                             ": holds a number that is infinite or not a number");
        }
        if (IsVariance(named.name) && value < 0)
        {
            throw InputError(reader.GetPath() + ": " + named.name + ": holds a negative variance");
        }
    }
    named.tensor->value = std::move(values);
}

/// An array that nobody asked for means that the structure is another one.
void
CheckNames(const NpzReader& reader, const std::vector<NamedTensor>& tensors)
{
    std::set<std::string> known;
    for (const NamedTensor& named : tensors)
    {
        known.insert(named.name);
    }
    for (const std::string& name : reader.GetNames())
    {
        if (known.count(name) == 0 && name.rfind("test.", 0) != 0)
        {
            throw InputError(reader.GetPath() + ": array " + Quote(name) +
                             " does not belong to the network that " + headName + " describes");
        }
    }
}

/// Adds the path to what is wrong with the head of a file.
NetworkHead
ReadHead(const NpzReader& reader)
{
    const std::string text = reader.ReadText(headName);
    try
    {
        NetworkHead head = ReadNetworkJson(text);
        head.description.Validate();
        return head;
    }
    catch (const InputError& error)
    {
        throw InputError(reader.GetPath() + ": " + error.what());
    }
}

} // namespace

void
SaveNetwork(const std::string& path,
            const HierarchicalNetwork& network,
            const NetworkOrigin& origin,
            const MultiViewDataSet& samples)
{
    NpzWriter writer;
    writer.AddText(headName,
                   WriteNetworkJson({network.GetDescription(), origin, network.GetTemperatures()}));
    HierarchicalNetwork copy = network;
    for (const NamedTensor& named : copy.GetTensors())
    {
        writer.AddFloats(named.name, named.tensor->shape, named.tensor->value);
    }
    WriteTestVectors(MakeTestVectors(network, samples), writer);
    writer.Write(path);
}

NetworkFile
LoadNetwork(const std::string& path)
{
    const NpzReader reader(path);
    NetworkHead head = ReadHead(reader);
    auto network = std::make_shared<HierarchicalNetwork>(head.description, 0);
    const std::vector<NamedTensor> tensors = network->GetTensors();
    CheckNames(reader, tensors);
    for (const NamedTensor& named : tensors)
    {
        ReadTensor(reader, named);
    }
    CheckTestVectors(*network, reader);
    network->SetTemperatures(head.temperatures);
    return {std::move(network), head.origin};
}

} // namespace nn
