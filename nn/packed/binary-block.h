// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_BINARY_BLOCK_H
#define NN_BINARY_BLOCK_H

#include "nn/blocks/conv-pool-block.h"
#include "nn/packed/bit-kernels.h"
#include "nn/packed/packed-bits.h"
#include "nn/packed/threshold-folding.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// A trained ConvPoolBlock whose inputs are activations: XNOR and population count.
///
/// Bits that are no activations, in the border or of a missing map, are 0 and differ from each
/// weight that is 1; so many differences more are allowed there. With n activations in the window
/// and d differences among them, the convolution is n - 2 d.
class BinaryBlock
{
  public:
    /// \param children number of maps that are concatenated to the input
    BinaryBlock(const ConvPoolBlock& block, int children, const BitKernels& kernels);

    /// \param maps one per child, (C / children, H, W); null: missing, neither -1 nor +1
    /// \return (f, H', W') activations
    PackedBits Run(const std::vector<const PackedBits*>& maps) const;

    /// Weights one bit; a threshold is 32 bits and, for its direction, one bit more.
    std::size_t GetParameterBytes() const;

  private:
    /// Where a window lies: bit 0, it has no first row (column); bit 1, no last one.
    static constexpr std::size_t places = 4;
    /// For each place of rows and of columns, the limit of each filter: see WindowRow.
    using Limits = std::vector<std::int32_t>;

    std::size_t GetWindowWords() const;
    std::size_t GetWeightIndex(std::size_t filter, std::size_t word) const;
    std::size_t GetRoundedFilters() const;
    void PackWeights(const std::vector<float>& signs);
    /// The channels that are there, as the words of one position.
    std::vector<std::uint32_t> GetPresentChannels(const std::vector<const PackedBits*>& maps) const;
    Limits MakeLimits(const std::vector<std::uint32_t>& present) const;
    void AddFilterLimits(const std::vector<std::uint32_t>& present,
                         std::size_t filter,
                         Limits& limits) const;

    std::vector<std::uint16_t> Compare(const std::vector<std::uint32_t>& interleaved,
                                       const Limits& limits) const;
    std::vector<std::uint16_t> Pool(const std::vector<std::uint16_t>& bits) const;

    MapShape m_input;
    MapShape m_output;
    std::size_t m_children;
    std::size_t m_step; //!< words of one position
    const BitKernels* m_kernels;
    std::vector<std::uint32_t> m_weights; //!< see BitKernels::filterLanes
    std::vector<FoldedThreshold> m_thresholds;
    std::vector<std::uint16_t> m_inverted; //!< (ceil(f / 16)): bit k % 16 of word k / 16
    Limits m_limits;                       //!< with nothing missing
};

} // namespace nn

#endif // NN_BINARY_BLOCK_H
