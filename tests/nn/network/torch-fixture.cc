// SPDX-License-Identifier: GPL-2.0-only
#include "torch-fixture.h"

#include "test-networks.h"

#include <cmath>

namespace nn::test
{

namespace
{

MultiViewDataSet
ReadDataSet()
{
    constexpr int samples = 20;
    constexpr int cameras = 6;
    constexpr int absent = 3;
    const NpzReader reader(TEST_DATA_DIR "/fixture_data.npz");
    const std::vector<float> pixels = reader.ReadFloats("X", {samples, cameras, 3, 32, 32});
    const std::vector<std::int32_t> labels = reader.ReadInts("y", {samples, cameras});
    MultiViewDataSet dataset("fixture", {"car", "bus", "person"}, {}, samples, cameras);
    for (int i = 0; i < samples * cameras; ++i)
    {
        const bool seen = labels[i] != absent;
        if (seen)
        {
            dataset.SetLabel(i / cameras, labels[i]);
        }
        dataset.SetSeen(i / cameras, i % cameras, seen);
        std::uint8_t* view = dataset.GetView(i / cameras, i % cameras);
        for (int j = 0; j < 3072; ++j)
        {
            view[j] = static_cast<std::uint8_t>(std::lround(255 * pixels[i * 3072 + j]));
        }
    }
    return dataset;
}

} // namespace

TorchFixture::TorchFixture() : m_reader(TEST_DATA_DIR "/fixture.npz"), m_dataset(ReadDataSet()) {}

NetworkDescription
TorchFixture::GetDescription()
{
    NetworkDescription network;
    network.cameras = Count(6);
    network.device.filters = {4};
    network.cloud.filters = {16};
    return network;
}

const MultiViewDataSet&
TorchFixture::GetDataSet() const
{
    return m_dataset;
}

std::vector<float>
TorchFixture::Get(const std::string& array) const
{
    return m_reader.ReadFloats(array, m_reader.GetShape(array));
}

std::vector<int>
TorchFixture::GetIntegers(const std::string& array) const
{
    return m_reader.ReadInts(array, m_reader.GetShape(array));
}

TorchFixture::Place
TorchFixture::GetPlace(const std::string& name, std::size_t size)
{
    const bool isDevice = name.rfind("devices.", 0) == 0;
    const bool isExit = name.find(".exit.") != std::string::npos;
    const std::string letter = isDevice ? (isExit ? "b" : "d") : (isExit ? "f" : "c");
    const std::string part = name.substr(name.rfind('.') + 1);
    const std::size_t node = isDevice ? static_cast<std::size_t>(name[8] - '0') : 0;
    return {part == "weight" ? "w" + letter : "b" + letter + "_" + part, node * size};
}

std::vector<float>
TorchFixture::GetTensor(const std::string& prefix, const NamedTensor& tensor) const
{
    const std::size_t size = tensor.tensor->value.size();
    Place place = GetPlace(tensor.name, size);
    if (prefix.empty() && place.array[0] == 'b')
    {
        place.array[0] = 'w'; // the trained model's names
    }
    const std::vector<float> values = Get(prefix + place.array);
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(place.offset);
    return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

HierarchicalNetwork
TorchFixture::MakeTrained() const
{
    HierarchicalNetwork network(GetDescription(), 0);
    for (const NamedTensor& named : network.GetTensors())
    {
        named.tensor->value = GetTensor("", named);
    }
    return network;
}

HierarchicalNetwork
TorchFixture::MakeInitial() const
{
    HierarchicalNetwork network(GetDescription(), 0);
    for (const NamedTensor& named : network.GetTensors())
    {
        if (!named.tensor->gradient.empty())
        {
            named.tensor->value = GetTensor("s0_", named);
        }
    }
    return network;
}

} // namespace nn::test
