// SPDX-License-Identifier: GPL-2.0-only
// Results of trainings are kept, and used again as long as the training revision is the same.
#include "nn/network/trainer.h"
#include "nn/network/training-revision.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstring>

namespace nn::test
{

namespace
{

// What trainingRevision and the hashes were when they last changed: all, or none.
constexpr int recordedRevision = 1;
constexpr const char* recordedHash = "a4bbfcc0391c285e";
constexpr const char* recordedHashWithOptions = "fb30edaf04779752";
constexpr const char* recordedHashOfFloatClouds = "17d2f6e5479efc67";

constexpr const char* advice =
    "Training results changed: bump trainingRevision in nn/network/training-revision.h, and record "
    "the revision and the hashes here.";

/// 64-bit FNV-1a over all parameters and statistics of networks.
class Hash
{
  public:
    void Add(HierarchicalNetwork& network)
    {
        for (const NamedTensor& named : network.GetTensors())
        {
            for (const float value : named.tensor->value)
            {
                std::uint32_t bits = 0;
                std::memcpy(&bits, &value, sizeof bits);
                m_value = (m_value ^ bits) * 0x100000001B3ULL;
            }
        }
    }

    std::string ToString() const
    {
        char text[17];
        std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(m_value));
        return text;
    }

  private:
    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

void
Train(const NetworkDescription& description, TrainingSettings settings, Hash& hash)
{
    settings.epochs = 3;
    settings.batch = 16;
    HierarchicalNetwork network(description, settings.seed);
    Trainer(network, settings).Train(MakeDataSet(description, 40, 1));
    hash.Add(network);
}

TEST(TrainingRevision, IsNewWheneverTrainingGivesOtherNetworks)
{
    Hash hash;
    for (const NetworkDescription& description : MakeBinaryDescriptions())
    {
        Train(description, {}, hash);
    }
    EXPECT_EQ(hash.ToString(), recordedHash) << advice;
    EXPECT_EQ(trainingRevision, recordedRevision) << advice;
}

TEST(TrainingRevision, IsNewWheneverTrainingGivesOtherFloatLayers)
{
    Hash hash;
    for (const NetworkDescription& description : MakeFloatDescriptions())
    {
        Train(description, {}, hash);
    }
    EXPECT_EQ(hash.ToString(), recordedHashOfFloatClouds) << advice;
}

TEST(TrainingRevision, IsNewWheneverAnOptionGivesAnotherNetwork)
{
    TrainingSettings settings;
    settings.seed = 2;
    settings.learningRate = 0.01;
    settings.weights = {0.5, 1, 1, 2};
    settings.failout = 0.3;
    Hash hash;
    Train(MakeDescription(3), settings, hash);
    EXPECT_EQ(hash.ToString(), recordedHashWithOptions) << advice;
}

} // namespace

} // namespace nn::test
