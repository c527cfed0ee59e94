// SPDX-License-Identifier: GPL-2.0-only
#include "../data/expect-input-error.h"
#include "../data/temporary-folder.h"
#include "nn/data/npz-file.h"
#include "nn/input-error.h"
#include "nn/network/checkpoint.h"
#include "nn/network/trainer.h"
#include "test-networks.h"

#include <gtest/gtest.h>

#include <map>

namespace nn::test
{

namespace
{

using TensorValues = std::map<std::string, std::vector<float>>;

TensorValues
GetValues(HierarchicalNetwork& network)
{
    TensorValues values;
    for (const NamedTensor& named : network.GetTensors())
    {
        values[named.name] = named.tensor->value;
    }
    return values;
}

/// Three epochs of two batches: 31 training samples are 16 and 15.
class CheckpointTest : public testing::Test
{
  protected:
    explicit CheckpointTest(NetworkDescription description = MakeDescription(3))
        : m_dataset(MakeDataSet(description, 42, 1))
    {
        m_head.description = std::move(description);
        m_head.origin.training.epochs = 3;
        m_head.origin.training.batch = 16;
        m_head.origin.datasetHash = m_dataset.GetHash();
    }

    /// What a training ends with; its checkpoint is taken, and another one goes on, after every
    /// `every` steps.
    TensorValues Train(int every, std::vector<double>& losses) const
    {
        const auto keep = [&](int, double loss) { losses.push_back(loss); };
        for (bool first = true;; first = false)
        {
            HierarchicalNetwork network(m_head.description, 1);
            Trainer trainer(network, m_head.origin.training);
            if (!first)
            {
                LoadCheckpoint(m_path, m_head, network, trainer);
            }
            int steps = 0;
            const auto gate = [&] { return ++steps != every; };
            if (trainer.Train(m_dataset, keep, gate) == Trainer::End::Finished)
            {
                return GetValues(network);
            }
            SaveCheckpoint(m_path, m_head, network, trainer);
        }
    }

    void ExpectSameWhereverItStops() const
    {
        std::vector<double> losses;
        const TensorValues values = Train(0, losses);
        EXPECT_EQ(losses.size(), 3U);
        for (const int every : {1, 2, 3, 4, 5, 6})
        {
            std::vector<double> resumed;
            EXPECT_EQ(Train(every, resumed), values) << every;
            EXPECT_EQ(resumed, losses) << every;
        }
    }

    /// The checkpoint of a training that was stopped after three steps.
    void Save() const
    {
        HierarchicalNetwork network(m_head.description, 1);
        Trainer trainer(network, m_head.origin.training);
        int steps = 0;
        trainer.Train(m_dataset, {}, [&steps] { return ++steps < 3; });
        SaveCheckpoint(m_path, m_head, network, trainer);
    }

    void ExpectRefused(const NetworkHead& head, const std::string& text) const
    {
        HierarchicalNetwork network(head.description, 1);
        Trainer trainer(network, head.origin.training);
        ExpectInputError([&] { LoadCheckpoint(m_path, head, network, trainer); },
                         m_path + ": " + text);
    }

    /// The checkpoint with another array in place of one.
    void Replace(const std::string& name, const std::vector<std::int32_t>& values) const
    {
        NpzWriter writer;
        const NpzReader reader(m_path);
        writer.AddText("network.json", reader.ReadText("network.json"));
        for (const std::string& other : reader.GetNames())
        {
            if (other != name)
            {
                writer.Add(other, reader.Read(other));
            }
        }
        writer.AddInts(name, reader.GetShape(name), values);
        writer.Write(m_path);
    }

    TemporaryFolder m_folder;
    std::string m_path = m_folder / "n.npz.checkpoint";
    NetworkHead m_head;
    MultiViewDataSet m_dataset;
};

class ResumeTest : public CheckpointTest, public testing::WithParamInterface<NetworkDescription>
{
  protected:
    ResumeTest() : CheckpointTest(GetParam()) {}
};

} // namespace

/// Within epochs, at their ends, and at the end of the training.
TEST_P(ResumeTest, EndsAsIfNeverStopped)
{
    ExpectSameWhereverItStops();
}

INSTANTIATE_TEST_SUITE_P(Networks, ResumeTest, testing::ValuesIn(MakeManyDescriptions()));

TEST_F(CheckpointTest, EndsAsIfNeverStoppedWithFailuresToo)
{
    m_head.origin.training.failout = 0.3;
    ExpectSameWhereverItStops();
}

TEST_F(CheckpointTest, StoppedAfterTheThirdStepIsInTheSecondEpoch)
{
    Save();
    HierarchicalNetwork network(m_head.description, 1);
    Trainer trainer(network, m_head.origin.training);
    LoadCheckpoint(m_path, m_head, network, trainer);
    const TrainerState state = trainer.GetState();
    EXPECT_EQ(state.epoch, 1);
    EXPECT_EQ(state.position, 16);
    EXPECT_EQ(state.optimizer.steps, 3);
    EXPECT_EQ(state.order.size(), 31U);
}

TEST_F(CheckpointTest, RefusesAnotherTraining)
{
    Save();
    NetworkHead other = m_head;
    other.origin.training.epochs = 4;
    ExpectRefused(other, "of another training: training.epochs is '3' there and '4' here");
    other = m_head;
    other.origin.training.learningRate = 0.5;
    ExpectRefused(other, "of another training: training.learning_rate is");
    other = m_head;
    other.origin.datasetHash = "other";
    ExpectRefused(other, "of another training: dataset.hash is");
    other = m_head;
    other.description.cloud.filters = {5};
    ExpectRefused(other, "of another training: cloud.filters is '[4]' there and '[5]' here");
}

TEST_F(CheckpointTest, RefusesAnotherRevision)
{
    Save();
    Replace("trainer.revision", {-7});
    ExpectRefused(m_head, "of training revision -7, expected ");
}

TEST_F(CheckpointTest, RefusesWhatIsTruncated)
{
    Save();
    const std::string good = ReadWholeFile(m_path);
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{10}, good.size() / 2, good.size() - 1})
    {
        WriteWholeFile(m_path, good.substr(0, size));
        ExpectRefused(m_head, "");
    }
}

/// A flipped bit is noticed, unless it is one of those that mean nothing (the time of an entry).
TEST_F(CheckpointTest, FlippedBitsChangeNothingUnnoticed)
{
    Save();
    const std::string good = ReadWholeFile(m_path);
    HierarchicalNetwork intact(m_head.description, 1);
    Trainer trainer(intact, m_head.origin.training);
    LoadCheckpoint(m_path, m_head, intact, trainer);
    int refused = 0;
    for (std::size_t i = 0; i < 100; ++i)
    {
        std::string flipped = good;
        char& byte = flipped[i * good.size() / 100];
        byte = static_cast<char>(byte ^ 0x10);
        WriteWholeFile(m_path, flipped);
        HierarchicalNetwork network(m_head.description, 2);
        try
        {
            Trainer other(network, m_head.origin.training);
            LoadCheckpoint(m_path, m_head, network, other);
            EXPECT_EQ(GetValues(network), GetValues(intact)) << i;
            EXPECT_EQ(other.GetState().order, trainer.GetState().order) << i;
        }
        catch (const InputError&)
        {
            ++refused;
        }
    }
    EXPECT_GT(refused, 50);
}

/// Epoch, position and steps that no training can have.
TEST_F(CheckpointTest, RefusesImpossibleCounts)
{
    Save();
    const std::string good = ReadWholeFile(m_path);
    for (const std::vector<std::int32_t>& counts :
         {std::vector<std::int32_t>{4, 0, 3}, {-1, 0, 3}, {1, 32, 3}, {1, -1, 3}, {1, 16, -3}})
    {
        WriteWholeFile(m_path, good);
        Replace("trainer.counts", counts);
        ExpectRefused(m_head, "damaged: ");
    }
}

TEST_F(CheckpointTest, RefusesSamplesThatAreNotThoseOfTheTrainingSplit)
{
    Save();
    std::vector<std::int32_t> order(31, 0);
    Replace("trainer.order", order);
    HierarchicalNetwork network(m_head.description, 1);
    Trainer trainer(network, m_head.origin.training);
    LoadCheckpoint(m_path, m_head, network, trainer);
    ExpectInputError([&] { trainer.Train(m_dataset); }, "not the one that the training began with");
}

} // namespace nn::test
