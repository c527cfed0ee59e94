// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npz-file.h"
#include "nn/input-error.h"
#include "nn/network/hierarchical-network.h"
#include "nn/network/network-file.h"
#include "nn/network/trainer.h"
#include "nn/network/view-batch.h"
#include "test-networks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

namespace nn::test
{

namespace
{

std::string
ReadFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void
WriteFile(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

class NetworkFileTest : public testing::Test
{
  protected:
    NetworkFileTest()
        : m_folder(std::filesystem::path(testing::TempDir()) /
                   ("network-file-" +
                    std::string(testing::UnitTest::GetInstance()->current_test_info()->name())))
    {
        std::filesystem::create_directories(m_folder);
    }

    ~NetworkFileTest() override
    {
        std::filesystem::remove_all(m_folder);
    }

    std::string GetPath(const std::string& name) const
    {
        return (m_folder / name).string();
    }

    /// Trains and saves a small network. \return its path
    std::string Save(const std::string& name) const
    {
        const NetworkDescription description = MakeDescription(3);
        const MultiViewDataSet dataset = MakeDataSet(description, 40, 1);
        NetworkOrigin origin;
        origin.training.epochs = 3;
        origin.training.seed = 0xFFFFFFFFFFFFFFFFULL;
        origin.dataset.noise = 0.5;
        origin.datasetHash = dataset.GetHash();
        HierarchicalNetwork network(description, origin.training.seed);
        Trainer(network, origin.training).Train(dataset);
        SaveNetwork(GetPath(name), network, origin, dataset);
        return GetPath(name);
    }

    /// Copies a network file with changes.
    void Spoil(const std::string& from,
               const std::string& to,
               const std::function<void(const std::string&, NpzArray&)>& change,
               const std::function<std::string(std::string)>& changeText) const
    {
        const NpzReader reader(from);
        NpzWriter writer;
        writer.AddText("network.json", changeText(reader.ReadText("network.json")));
        for (const std::string& name : reader.GetNames())
        {
            NpzArray array = reader.Read(name);
            change(name, array);
            if (!array.shape.empty())
            {
                writer.Add(name, array);
            }
        }
        writer.Write(to);
    }

    void ExpectError(const std::string& path, const std::string& part) const
    {
        try
        {
            LoadNetwork(path);
            ADD_FAILURE() << "loaded, but: " << part;
        }
        catch (const InputError& error)
        {
            EXPECT_THAT(error.what(), testing::HasSubstr(path));
            EXPECT_THAT(error.what(), testing::HasSubstr(part));
            EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("\n")));
        }
    }

    std::filesystem::path m_folder;
};

const auto keepText = [](std::string text) { return text; };
const auto keepArrays = [](const std::string&, NpzArray&) {};

TEST_F(NetworkFileTest, RoundTrip)
{
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        const MultiViewDataSet dataset = MakeDataSet(description, 16, 1);
        HierarchicalNetwork network = MakeNetwork(description, dataset, 1);
        NetworkOrigin origin;
        origin.training = {7,
                           16,
                           0.002,
                           0xFFFFFFFFFFFFFFFFULL,
                           {0.25, 0.5, 0, 2},
                           0.25,
                           0.125,
                           Calibration::Temperature};
        network.SetTemperatures({0.5, 2, 3});
        origin.dataset = {"some file.npz", 3, 0.25, 4, 0.5};
        origin.datasetHash = "0123456789abcdef";
        origin.validation = {2, 3, 11};
        const std::string path = GetPath("network.npz");
        SaveNetwork(path, network, origin, dataset);
        const NetworkFile file = LoadNetwork(path);
        HierarchicalNetwork loaded = *file.network;
        const std::vector<NamedTensor> expected = network.GetTensors();
        const std::vector<NamedTensor> tensors = loaded.GetTensors();
        ASSERT_EQ(tensors.size(), expected.size());
        for (std::size_t i = 0; i < tensors.size(); ++i)
        {
            EXPECT_EQ(tensors[i].tensor->value, expected[i].tensor->value) << tensors[i].name;
        }
        EXPECT_EQ(loaded.GetDescription().name, description.name);
        EXPECT_EQ(loaded.GetDescription().groups, description.groups);
        EXPECT_EQ(loaded.GetDescription().edge.exit, description.edge.exit);
        EXPECT_EQ(file.origin.training.epochs, 7);
        EXPECT_EQ(file.origin.training.seed, origin.training.seed);
        EXPECT_EQ(file.origin.training.learningRate, 0.002);
        EXPECT_EQ(file.origin.training.weights.device, 0.25);
        EXPECT_EQ(file.origin.training.weights.local, 0.5);
        EXPECT_EQ(file.origin.training.weights.edge, 0);
        EXPECT_EQ(file.origin.training.weights.cloud, 2);
        EXPECT_EQ(file.origin.training.failout, 0.25);
        EXPECT_EQ(file.origin.training.validation, 0.125);
        EXPECT_EQ(file.origin.training.calibration, Calibration::Temperature);
        EXPECT_EQ(loaded.GetTemperatures().local, 0.5);
        EXPECT_EQ(loaded.GetTemperatures().edge, 2);
        EXPECT_EQ(loaded.GetTemperatures().cloud, 3);
        EXPECT_EQ(file.origin.validation, (std::vector<int>{2, 3, 11}));
        EXPECT_EQ(file.origin.dataset.source, "some file.npz");
        EXPECT_EQ(file.origin.dataset.occlusion, 0.5);
        EXPECT_EQ(file.origin.datasetHash, "0123456789abcdef");
    }
}

/// As written before there were options of training.
TEST_F(NetworkFileTest, OlderFiles)
{
    const std::string path = GetPath("older.npz");
    Spoil(Save("network.npz"), path, keepArrays, [](std::string text) {
        const std::size_t temperatures = text.find("\"temperatures\"");
        text.erase(temperatures, text.find("\"training\"") - temperatures);
        const std::size_t begin = text.find(",", text.find("18446744073709551615"));
        return text.erase(begin, text.find("\"dataset\"") - begin).insert(begin, "},");
    });
    const NetworkFile file = LoadNetwork(path);
    const NetworkOrigin& origin = file.origin;
    const TrainingSettings& settings = origin.training;
    EXPECT_EQ(settings.weights.device, 1);
    EXPECT_EQ(settings.weights.cloud, 1);
    EXPECT_EQ(settings.failout, 0);
    EXPECT_EQ(settings.validation, 0);
    EXPECT_EQ(settings.calibration, Calibration::None);
    EXPECT_EQ(file.network->GetTemperatures().cloud, 1);
    EXPECT_TRUE(origin.validation.empty());
}

TEST_F(NetworkFileTest, TrainingTwiceGivesTheSameBytes)
{
    EXPECT_EQ(ReadFile(Save("first.npz")), ReadFile(Save("second.npz")));
}

TEST_F(NetworkFileTest, NoSuchFile)
{
    ExpectError(GetPath("nothing.npz"), "");
}

/// Cut anywhere, or with any byte changed, the file is refused or says the same.
TEST_F(NetworkFileTest, Truncated)
{
    const std::string bytes = ReadFile(Save("network.npz"));
    const std::string path = GetPath("cut.npz");
    for (std::size_t length = 0; length < bytes.size(); length += bytes.size() / 40 + 1)
    {
        WriteFile(path, bytes.substr(0, length));
        EXPECT_THROW(LoadNetwork(path), InputError) << length;
    }
}

TEST_F(NetworkFileTest, ChangedBytes)
{
    const std::string bytes = ReadFile(Save("network.npz"));
    const std::string path = GetPath("changed.npz");
    for (std::size_t i = 0; i < bytes.size(); i += bytes.size() / 150 + 1)
    {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        WriteFile(path, changed);
        try
        {
            LoadNetwork(path); // a date, say
        }
        catch (const InputError& error)
        {
            EXPECT_THAT(error.what(), testing::HasSubstr(path));
        }
    }
}

TEST_F(NetworkFileTest, ChangedWeights)
{
    const std::string good = Save("network.npz");
    const std::string path = GetPath("changed.npz");
    for (const std::string weights : {"devices.1.blocks.0.weight",
                                      "devices.2.exit.weight",
                                      "cloud.blocks.0.weight",
                                      "cloud.exit.weight"})
    {
        const auto negate = [&](const std::string& name, NpzArray& array) {
            for (std::size_t i = 3; name == weights && i < array.bytes.size(); i += 4)
            {
                array.bytes[i] ^= 0x80U; // the sign of a little-endian float32
            }
        };
        Spoil(good, path, negate, keepText);
        ExpectError(path, "test vectors");
    }
}

TEST_F(NetworkFileTest, InconsistentArrays)
{
    const std::string good = Save("network.npz");
    const std::string path = GetPath("bad.npz");
    const auto change = [&](const std::string& wanted, const std::function<void(NpzArray&)>& how) {
        Spoil(
            good,
            path,
            [&](const std::string& name, NpzArray& array) { name == wanted ? how(array) : void(); },
            keepText);
    };
    change("cloud.exit.gamma", [](NpzArray& array) { array.shape = {1, 3}; });
    ExpectError(path, "cloud.exit.gamma");
    change("cloud.exit.gamma", [](NpzArray& array) { array.shape = {}; }); // left out
    ExpectError(path, "cloud.exit.gamma");
    change("devices.0.blocks.0.mean", [](NpzArray& array) {
        const float bad = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(array.bytes.data(), &bad, 4);
    });
    ExpectError(path, "devices.0.blocks.0.mean: holds a number");
    change("devices.0.blocks.0.var", [](NpzArray& array) {
        const float bad = -1;
        std::memcpy(array.bytes.data(), &bad, 4);
    });
    ExpectError(path, "negative variance");
    change("test.views", [](NpzArray& array) {
        array.shape[0] = 0;
        array.bytes.clear();
    });
    ExpectError(path, "test vectors");
    change("test.cloud", [](NpzArray& array) {
        const float bad = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(array.bytes.data(), &bad, 4);
    });
    ExpectError(path, "test.cloud");
}

/// A text of the JSON replaced by another.
struct TextCase
{
    std::string from;
    std::string to;
    std::string message;
};

TEST_F(NetworkFileTest, BadJson)
{
    const std::string good = Save("network.npz");
    const std::string path = GetPath("bad.npz");
    const TextCase cases[] = {
        {"{", "", "not valid JSON"},
        {"ddnnsim-network", "other", "'format'"},
        {"\"version\": 1", "\"version\": 2", "'version'"},
        {"\"classes\"", "\"klasses\"", "no 'classes'"},
        {"\"max\"", "\"most\"", "expected max, average or concat"},
        {"\"epochs\": 3", "\"epochs\": 3.5", "'epochs' is not an integer"},
        {"\"epochs\": 3", "\"epochs\": 30000000000", "'epochs' is not an integer"},
        {"\"seed\": 18446744073709551615", "\"seed\": -1", "'seed'"},
        {"\"device\": 1.0", "\"device\": \"much\"", "'device' is not a number"},
        {"\"validation_samples\": []", "\"validation_samples\": [0.5]", "'validation_samples'"},
        {"\"calibration\": \"none\"", "\"calibration\": \"some\"", "expected none or temperature"},
        {"\"cloud\": 1.0", "\"cloud\": 0.0", "'cloud' is no temperature"},
        {"\"precision\": \"binary\"", "\"precision\": \"half\"", "expected binary or float"},
        {"\"precision\": \"binary\"", "\"precision\": \"float\"", "only the cloud"},
        {"\"noise\": 0.5", "\"noise\": \"much\"", "'noise' is not a number"},
        {"\"groups\": []", "\"groups\": [[0]]", "device 2 belongs to no edge"},
        {"\"groups\": []", "\"groups\": 7", "'groups' is not a list"},
        {"\"cameras\"", "\"cameras\": [0], \"x\"", ""},
    };
    for (const TextCase& test : cases)
    {
        Spoil(good, path, keepArrays, [&](std::string text) {
            return text.replace(text.find(test.from), test.from.size(), test.to);
        });
        ExpectError(path, test.message);
    }
}

} // namespace

} // namespace nn::test
