// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_INTEGER_BLOCK_H
#define NN_INTEGER_BLOCK_H

#include "nn/blocks/conv-pool-block.h"
#include "nn/packed/bit-kernels.h"
#include "nn/packed/packed-bits.h"
#include "nn/packed/threshold-folding.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Integers (C, H + 2, W + 2) with a border of zeros, and BitKernels::slack numbers behind them.
template <typename T>
using BorderedMap = std::vector<T>;

/// A trained ConvPoolBlock whose inputs are integers: pixels, or sums of
/// activations. The +-1 weights leave only additions, in 16-bit lanes if all sums fit, else in
/// 32-bit lanes.
class IntegerBlock
{
  public:
    /// \param divisors of the inputs that may come (see FeatureBatch): one set of thresholds each
    IntegerBlock(const ConvPoolBlock& block,
                 const std::vector<int>& divisors,
                 const BitKernels& kernels);

    MapShape GetInputShape() const;
    /// Whether the sums do not fit in 16 bits: then Run takes 32-bit integers.
    bool IsWide() const;
    /// Numbers of a bordered map, with the slack.
    std::size_t GetMapSize() const;

    /// \param divisor index of the map's divisor among those of the constructor
    /// \return (f, H', W') activations
    PackedBits Run(const BorderedMap<std::int16_t>& map, std::size_t divisor) const;
    PackedBits Run(const BorderedMap<std::int32_t>& map, std::size_t divisor) const;

    /// Weights one bit; a threshold is 32 bits and, for its direction, one bit more.
    std::size_t GetParameterBytes() const;

  private:
    /// Four filters: see TapGroup.
    struct Group
    {
        TapGroup taps; //!< its offsets are set when it is used
        std::vector<std::int32_t> offsets;
    };

    Group MakeGroup(const std::vector<float>& signs, std::size_t firstFilter) const;
    template <typename T>
    PackedBits RunWith(const BorderedMap<T>& map, const std::vector<FoldedThreshold>& folded) const;
    void WriteFilter(const std::uint64_t* masks, bool inverted, BitWriter& writer) const;

    MapShape m_input;
    MapShape m_output;
    const BitKernels* m_kernels;
    bool m_wide;
    std::vector<Group> m_groups;
    std::vector<std::vector<FoldedThreshold>> m_thresholds; //!< (divisors, f)
};

} // namespace nn

#endif // NN_INTEGER_BLOCK_H
