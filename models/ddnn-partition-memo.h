// SPDX-License-Identifier: GPL-2.0-only
#ifndef DDNN_PARTITION_MEMO_H
#define DDNN_PARTITION_MEMO_H

#include "models/ddnn-partition.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ns3::ddnn
{

/// Remembers what partitions made of their inputs, by the content of the inputs and nothing else:
/// equal bytes give equal results, wherever and whenever they come up again. For runs that repeat
/// samples. Contents are compared byte for byte.
///
/// Partitions of one memo share what they remember of the contents: cameras that several devices
/// share are kept once.
class PartitionMemo : public std::enable_shared_from_this<PartitionMemo>
{
  public:
    /// \param limit bytes to remember, about; what comes later is computed each time
    explicit PartitionMemo(std::size_t limit = std::size_t{64} << 20);

    /// The same partition, with a memory.
    std::shared_ptr<const Partition> Wrap(std::shared_ptr<const Partition> partition);

    /// Number of the inputs' content; none if it is new and there is no room for it.
    std::optional<std::uint32_t> Intern(const std::vector<const Bytes*>& inputs);
    /// Whether there is room for so many bytes more, which are then taken.
    bool Take(std::size_t bytes);

  private:
    using Content = std::vector<std::optional<Bytes>>;

    static std::uint64_t Hash(const std::vector<const Bytes*>& inputs);
    static bool IsEqual(const Content& content, const std::vector<const Bytes*>& inputs);

    std::size_t m_room;
    std::vector<Content> m_contents;
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_numbers; //!< by hash
};

} // namespace ns3::ddnn

#endif // DDNN_PARTITION_MEMO_H
