// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/checkpoint.h"

#include "nn/data/npz-file.h"
#include "nn/input-error.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/json-difference.h"
#include "nn/network/trainer.h"
#include "nn/network/training-revision.h"

#include <cstring>
#include <utility>

namespace nn
{

namespace
{

constexpr const char* headName = "network.json";
constexpr const char* revisionName = "trainer.revision";
constexpr const char* countsName = "trainer.counts"; //!< epoch, position, steps
constexpr const char* orderName = "trainer.order";
constexpr const char* lossName = "trainer.loss";           //!< bytes of a float64
constexpr const char* shufflingName = "trainer.shuffling"; //!< bytes of a uint64
const std::string firstPrefix = "adam.first.";
const std::string secondPrefix = "adam.second.";

template <typename T>
void
AddNumber(const std::string& name, T number, NpzWriter& writer)
{
    std::vector<std::uint8_t> bytes(sizeof number);
    std::memcpy(bytes.data(), &number, sizeof number);
    writer.AddBytes(name, {bytes.size()}, bytes);
}

template <typename T>
T
ReadNumber(const NpzReader& reader, const std::string& name)
{
    T number;
    std::memcpy(&number, reader.ReadBytes(name, {sizeof number}).data(), sizeof number);
    return number;
}

/// Before anything else is read: the arrays of another training have other shapes.
void
CheckBelongs(const NpzReader& reader, const NetworkHead& head)
{
    const std::string difference =
        FindJsonDifference(reader.ReadText(headName), WriteNetworkJson(head));
    if (!difference.empty())
    {
        throw InputError(reader.GetPath() + ": of another training: " + difference);
    }
    const int revision = reader.ReadInts(revisionName, {})[0];
    if (revision != trainingRevision)
    {
        throw InputError(reader.GetPath() + ": of training revision " + std::to_string(revision) +
                         ", expected " + std::to_string(trainingRevision) +
                         ": another version of ddnnsim made it");
    }
}

TrainerState
ReadState(const NpzReader& reader, const std::vector<NamedTensor>& tensors)
{
    const std::vector<int> counts = reader.ReadInts(countsName, {3});
    TrainerState state;
    state.epoch = counts[0];
    state.position = counts[1];
    state.optimizer.steps = counts[2];
    state.loss = ReadNumber<double>(reader, lossName);
    state.shuffling = ReadNumber<std::uint64_t>(reader, shufflingName);
    state.order = reader.ReadInts(orderName, reader.GetShape(orderName));
    for (const NamedTensor& named : tensors)
    {
        if (!named.tensor->gradient.empty())
        {
            const NpzShape& shape = named.tensor->shape;
            state.optimizer.moments.push_back(
                {reader.ReadFloats(firstPrefix + named.name, shape),
                 reader.ReadFloats(secondPrefix + named.name, shape)});
        }
    }
    return state;
}

} // namespace

void
SaveCheckpoint(const std::string& path,
               const NetworkHead& head,
               HierarchicalNetwork& network,
               const Trainer& trainer)
{
    const TrainerState state = trainer.GetState();
    NpzWriter writer;
    writer.AddText(headName, WriteNetworkJson(head));
    writer.AddInts(revisionName, {}, {trainingRevision});
    writer.AddInts(countsName, {3}, {state.epoch, state.position, state.optimizer.steps});
    AddNumber(lossName, state.loss, writer);
    AddNumber(shufflingName, state.shuffling, writer);
    writer.AddInts(orderName, {state.order.size()}, state.order);
    auto moments = state.optimizer.moments.begin();
    for (const NamedTensor& named : network.GetTensors())
    {
        const Tensor& tensor = *named.tensor;
        writer.AddFloats(named.name, tensor.shape, tensor.value);
        if (!tensor.gradient.empty())
        {
            writer.AddFloats(firstPrefix + named.name, tensor.shape, moments->first);
            writer.AddFloats(secondPrefix + named.name, tensor.shape, moments->second);
            ++moments;
        }
    }
    writer.Write(path);
}

void
LoadCheckpoint(const std::string& path,
               const NetworkHead& head,
               HierarchicalNetwork& network,
               Trainer& trainer)
{
    const NpzReader reader(path);
    CheckBelongs(reader, head);
    const std::vector<NamedTensor> tensors = network.GetTensors();
    for (const NamedTensor& named : tensors)
    {
        named.tensor->value = reader.ReadFloats(named.name, named.tensor->shape);
    }
    try
    {
        trainer.SetState(ReadState(reader, tensors));
    }
    catch (const std::invalid_argument& error)
    {
        throw InputError(path + ": damaged: " + error.what());
    }
}

} // namespace nn
