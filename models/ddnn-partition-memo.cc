// SPDX-License-Identifier: GPL-2.0-only
#include "models/ddnn-partition-memo.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ns3::ddnn
{

namespace
{

/// Rough size of an entry of a hash table, with its allocations.
constexpr std::size_t entryBytes = 128;

class MemoizedPartition : public Partition
{
  public:
    MemoizedPartition(std::shared_ptr<const Partition> partition,
                      std::shared_ptr<PartitionMemo> memo)
        : m_partition(std::move(partition)), m_memo(std::move(memo))
    {
    }

    PartitionOutput Run(const std::vector<const Bytes*>& inputs) const override
    {
        const auto content = m_memo->Intern(inputs);
        if (!content)
        {
            return m_partition->Run(inputs);
        }
        const auto found = m_outputs.find(*content);
        if (found != m_outputs.end())
        {
            return found->second;
        }
        PartitionOutput output = m_partition->Run(inputs);
        if (m_memo->Take(entryBytes + output.scores.size() + output.features.size()))
        {
            m_outputs.emplace(*content, output);
        }
        return output;
    }

    Operations GetOperations() const override
    {
        return m_partition->GetOperations();
    }

  private:
    std::shared_ptr<const Partition> m_partition;
    std::shared_ptr<PartitionMemo> m_memo;
    mutable std::unordered_map<std::uint32_t, PartitionOutput> m_outputs; //!< by content
};

} // namespace

PartitionMemo::PartitionMemo(std::size_t limit) : m_room(limit) {}

std::shared_ptr<const Partition>
PartitionMemo::Wrap(std::shared_ptr<const Partition> partition)
{
    return std::make_shared<MemoizedPartition>(std::move(partition), shared_from_this());
}

std::optional<std::uint32_t>
PartitionMemo::Intern(const std::vector<const Bytes*>& inputs)
{
    const std::uint64_t hash = Hash(inputs);
    const auto [begin, end] = m_numbers.equal_range(hash);
    const auto found = std::find_if(
        begin, end, [&](const auto& entry) { return IsEqual(m_contents[entry.second], inputs); });
    if (found != end)
    {
        return found->second;
    }
    Content content;
    std::size_t bytes = entryBytes;
    for (const Bytes* input : inputs)
    {
        content.push_back(input ? std::optional(*input) : std::nullopt);
        bytes += sizeof content.back() + (input ? input->size() : 0);
    }
    if (!Take(bytes))
    {
        return std::nullopt;
    }
    const auto number = static_cast<std::uint32_t>(m_contents.size());
    m_contents.push_back(std::move(content));
    m_numbers.emplace(hash, number);
    return number;
}

bool
PartitionMemo::Take(std::size_t bytes)
{
    if (bytes > m_room)
    {
        return false;
    }
    m_room -= bytes;
    return true;
}

/// Of some of the bytes, spread evenly: it only has to tell most contents apart.
std::uint64_t
PartitionMemo::Hash(const std::vector<const Bytes*>& inputs)
{
    constexpr std::size_t words = 64;
    std::uint64_t hash = inputs.size();
    for (const Bytes* input : inputs)
    {
        const std::size_t size = input ? input->size() : 0;
        const std::size_t step = std::max(sizeof hash, size / words);
        hash = (hash ^ (input ? size + 1 : 0)) * 0x9e3779b97f4a7c15;
        for (std::size_t at = 0; at + sizeof hash <= size; at += step)
        {
            std::uint64_t word = 0;
            std::memcpy(&word, input->data() + at, sizeof word);
            hash = (hash ^ word ^ (hash >> 29)) * 0x9e3779b97f4a7c15;
        }
    }
    return hash ^ (hash >> 32);
}

bool
PartitionMemo::IsEqual(const Content& content, const std::vector<const Bytes*>& inputs)
{
    return std::equal(content.begin(),
                      content.end(),
                      inputs.begin(),
                      inputs.end(),
                      [](const std::optional<Bytes>& one, const Bytes* other) {
                          return other ? one == *other : !one.has_value();
                      });
}

} // namespace ns3::ddnn
