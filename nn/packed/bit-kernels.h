// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_BIT_KERNELS_H
#define NN_BIT_KERNELS_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nn
{

/// Up to four filters of a convolution of integers with +-1 weights.
///
/// A tap enters the four sums with four signs. Taps with the same signs (or all opposite ones)
/// form a class and are added once; there are eight classes, numbered by the signs of filters 1, 2,
/// 3 relative to filter 0. The four sums are sums and differences of the eight.
struct TapGroup
{
    static constexpr std::size_t filters = 4;
    static constexpr std::size_t classes = 8;

    const std::int32_t* offsets = nullptr; //!< of the taps, class by class, the plus ones first
    std::int32_t plus[classes] = {};       //!< number of taps that filter 0 adds
    std::int32_t minus[classes] = {};      //!< number of taps that filter 0 subtracts
};

/// Sums of one filter to pool over rows and to compare. T: std::int16_t or std::int32_t.
template <typename T>
struct RowPool
{
    const T* sums; //!< (height, stride)
    int height;
    int width;
    std::size_t stride;
    T limit;              //!< a sum above is a one
    std::uint64_t* masks; //!< (ceil(height / 2), ceil(width / 64)): bit x % 64 of word x / 64;
                          //!< bits from `width` on are undefined
};

/// One row of windows of a convolution of bits with bits.
///
/// The map is (H + 2, W + 2, step) words: the channels of a position side by side, 32 a word, with
/// a border of zeros. A window is three runs of 3 step words.
struct WindowRow
{
    const std::uint32_t* map;     //!< first word of the first window
    std::size_t mapRow;           //!< words from one row to the next
    std::size_t step;             //!< words of one position
    int positions;                //!< windows in the row
    const std::uint32_t* weights; //!< see BitKernels::filterLanes
    int filters;
    /// Of the first, the inner and the last windows, one per filter: at most so many bits differ
    /// where the answer is a one. Rounded up to 16 filters.
    const std::int32_t* limits[3];
    std::uint32_t* window; //!< room for one window, rounded up to an even number of words
    std::uint16_t* bits;   //!< (positions, ceil(filters / 16)): filter k is bit k % 16
};

/// The inner loops of inference, for one instruction set. All sets compute the same integers.
struct BitKernels
{
    /// Buffers of numbers have so many more behind their end: vectors may reach over it.
    static constexpr std::size_t slack = 256;
    /// Numbers that AddTaps writes at once: a multiple of it for all sets.
    static constexpr std::size_t chunk = 128;

    const char* name;
    /// How the weights of bit convolutions lie in memory. 1: (filters, words of a window, rounded
    /// up to even). n: (ceil(filters / n), words of a window, n).
    std::size_t filterLanes;

    /// Pixels (rows, width) as 16-bit integers, rows `stride` apart.
    void (*widenRows)(
        const std::uint8_t* pixels, int rows, int width, std::size_t stride, std::int16_t* output);
    /// sums[k * stride + i] = sum of +-map[i + offset] over the taps of filter k of the group, i in
    /// [0, count); count is a multiple of the chunk.
    void (*addTaps16)(const TapGroup& group,
                      const std::int16_t* map,
                      std::size_t count,
                      std::size_t stride,
                      std::int16_t* sums);
    void (*addTaps32)(const TapGroup& group,
                      const std::int32_t* map,
                      std::size_t count,
                      std::size_t stride,
                      std::int32_t* sums);
    /// Maximum over rows 2 r - 1, 2 r, 2 r + 1, then the comparison.
    void (*poolRows16)(const RowPool<std::int16_t>& pool);
    void (*poolRows32)(const RowPool<std::int32_t>& pool);
    /// XOR and population count of each window with each filter, then the comparison.
    void (*compareWindows)(const WindowRow& row);
    /// Number of bits in which two strings of bytes differ.
    std::size_t (*countDifferences)(const std::uint8_t* a,
                                    const std::uint8_t* b,
                                    std::size_t bytes);
};

/// The kernels that this processor can run, slowest first; "portable" is always there.
std::vector<const BitKernels*> GetAvailableBitKernels();

/// The fastest of them; chosen once.
const BitKernels& GetBitKernels();

/// \param name "portable", "popcnt", "avx2", "avx512"
/// \throw std::invalid_argument if there are none of that name, or this processor cannot run them
const BitKernels& GetBitKernels(const std::string& name);

} // namespace nn

#endif // NN_BIT_KERNELS_H
