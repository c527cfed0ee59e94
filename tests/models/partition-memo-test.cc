// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-partition-memo.h"

#include <gtest/gtest.h>

using namespace ns3::ddnn;

namespace
{

/// Its own number and the bytes of all inputs; counts how often it runs.
class CountingPartition : public Partition
{
  public:
    explicit CountingPartition(std::uint8_t number) : m_number(number) {}

    PartitionOutput Run(const std::vector<const Bytes*>& inputs) const override
    {
        ++runs;
        PartitionOutput output;
        output.scores = {m_number};
        for (const Bytes* input : inputs)
        {
            output.features.push_back(input ? 1 : 0);
            if (input)
            {
                output.features.insert(output.features.end(), input->begin(), input->end());
            }
        }
        return output;
    }

    Operations GetOperations() const override
    {
        return {1, 2};
    }

    mutable int runs = 0;

  private:
    std::uint8_t m_number;
};

/// Runs the plain and the remembering partition and compares them.
void
ExpectSame(const CountingPartition& plain,
           const Partition& wrapped,
           const std::vector<const Bytes*>& inputs)
{
    const int runs = plain.runs;
    const PartitionOutput expected = plain.Run(inputs);
    plain.runs = runs;
    const PartitionOutput output = wrapped.Run(inputs);
    EXPECT_EQ(output.scores, expected.scores);
    EXPECT_EQ(output.features, expected.features);
}

} // namespace

TEST(PartitionMemo, RunsOncePerContent)
{
    const auto memo = std::make_shared<PartitionMemo>();
    const auto plain = std::make_shared<CountingPartition>(7);
    const auto wrapped = memo->Wrap(plain);
    EXPECT_EQ(wrapped->GetOperations().real, 2U);
    const Bytes a(3072, 1);
    const Bytes copy = a;
    ExpectSame(*plain, *wrapped, {&a});
    ExpectSame(*plain, *wrapped, {&copy}); // equal bytes elsewhere
    EXPECT_EQ(plain->runs, 1);
}

TEST(PartitionMemo, EveryByteCounts)
{
    const auto memo = std::make_shared<PartitionMemo>();
    const auto plain = std::make_shared<CountingPartition>(7);
    const auto wrapped = memo->Wrap(plain);
    Bytes view(1027);
    for (std::size_t i = 0; i < view.size(); ++i) // also those that the hash passes over
    {
        view[i] = 1;
        ExpectSame(*plain, *wrapped, {&view});
        view[i] = 0;
    }
    EXPECT_EQ(plain->runs, 1027);
}

TEST(PartitionMemo, MissingInputsAndTheirPlacesCount)
{
    const auto memo = std::make_shared<PartitionMemo>();
    const auto plain = std::make_shared<CountingPartition>(7);
    const auto wrapped = memo->Wrap(plain);
    const Bytes a = {1, 2};
    const Bytes empty;
    const std::vector<std::vector<const Bytes*>> all = {
        {&a}, {&a, nullptr}, {nullptr, &a}, {&a, &empty}, {&empty, &a}, {&a, &a}, {nullptr}};
    for (int round = 0; round < 2; ++round)
    {
        for (const auto& inputs : all)
        {
            ExpectSame(*plain, *wrapped, inputs);
        }
    }
    EXPECT_EQ(plain->runs, static_cast<int>(all.size()));
}

TEST(PartitionMemo, PartitionsDoNotMixTheirResults)
{
    const auto memo = std::make_shared<PartitionMemo>();
    const auto first = std::make_shared<CountingPartition>(1);
    const auto second = std::make_shared<CountingPartition>(2);
    const Bytes a = {1, 2};
    ExpectSame(*first, *memo->Wrap(first), {&a});
    ExpectSame(*second, *memo->Wrap(second), {&a});
}

TEST(PartitionMemo, WhenItIsFullItComputes)
{
    const auto memo = std::make_shared<PartitionMemo>(5000); // one view and its result
    const auto plain = std::make_shared<CountingPartition>(7);
    const auto wrapped = memo->Wrap(plain);
    const Bytes a(1024, 1);
    const Bytes b(4096, 2);
    for (int round = 0; round < 3; ++round)
    {
        ExpectSame(*plain, *wrapped, {&a});
        ExpectSame(*plain, *wrapped, {&b});
    }
    EXPECT_EQ(plain->runs, 1 + 3);
}
