// SPDX-License-Identifier: GPL-2.0-only
// Results of trainings are kept, and used again as long as the training revision is the same.
#include "nn/network/trainer.h"
#include "nn/network/training-revision.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <cstring>

namespace nn::test
{

namespace
{

/// What trainingRevision and HashOfTrainings() were when they last changed: both, or neither.
constexpr int recordedRevision = 1;
constexpr const char* recordedHash = "a4bbfcc0391c285e";

/// 64-bit FNV-1a over the bytes of all parameters and statistics of many small networks.
std::string
HashOfTrainings()
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const NetworkDescription& description : MakeManyDescriptions())
    {
        HierarchicalNetwork network(description, 1);
        TrainingSettings settings;
        settings.epochs = 3;
        settings.batch = 16;
        Trainer(network, settings).Train(MakeDataSet(description, 40, 1));
        for (const NamedTensor& named : network.GetTensors())
        {
            for (const float value : named.tensor->value)
            {
                std::uint32_t bits = 0;
                std::memcpy(&bits, &value, sizeof bits);
                hash = (hash ^ bits) * 0x100000001B3ULL;
            }
        }
    }
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

TEST(TrainingRevision, IsNewWheneverTrainingGivesOtherNetworks)
{
    EXPECT_EQ(HashOfTrainings(), recordedHash)
        << "Training results changed: bump trainingRevision in nn/network/training-revision.h, and "
           "record the revision and the hash here.";
    EXPECT_EQ(trainingRevision, recordedRevision)
        << "The revision changed: record it and the hash here.";
}

} // namespace

} // namespace nn::test
