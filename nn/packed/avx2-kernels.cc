// SPDX-License-Identifier: GPL-2.0-only
#define NN_KERNEL_TARGET __attribute__((target("avx2,popcnt")))
#include "nn/packed/kernel-sets.h"
#include "nn/packed/kernel-templates.h"

#include <immintrin.h>

namespace nn
{

namespace
{

struct Avx2
{
    static constexpr std::size_t bytes = 32;
    using Vector16 = Register<std::int16_t, bytes>::Type;
    using Vector32 = Register<std::int32_t, bytes>::Type;

    /// The pack leaves bits 0..7 and 16..23.
    NN_KERNEL_INLINE static std::uint64_t GetGreater(const Vector16& a, const Vector16& b)
    {
        const auto greater = reinterpret_cast<__m256i>(a > b);
        const __m256i packed = _mm256_packs_epi16(greater, _mm256_setzero_si256());
        const auto mask = static_cast<std::uint32_t>(_mm256_movemask_epi8(packed));
        return (mask | mask >> 8) & 0xffffU;
    }

    NN_KERNEL_INLINE static std::uint64_t GetGreater(const Vector32& a, const Vector32& b)
    {
        return static_cast<std::uint64_t>(_mm256_movemask_ps(reinterpret_cast<__m256>(a > b)));
    }

    NN_KERNEL_INLINE static std::uint64_t CountBits(std::uint64_t x)
    {
        return static_cast<std::uint64_t>(__builtin_popcountll(x));
    }
};

/// Number of ones of each byte (Mula's method: a table of sixteen, looked up twice).
NN_KERNEL_INLINE __m256i
CountBytes(__m256i x)
{
    const __m256i table =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
    const __m256i nibble = _mm256_set1_epi8(15);
    const __m256i low = _mm256_and_si256(x, nibble);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(x, 4), nibble);
    return _mm256_add_epi8(_mm256_shuffle_epi8(table, low), _mm256_shuffle_epi8(table, high));
}

/// The sum of the four bytes of each word.
NN_KERNEL_INLINE __m256i
SumBytes(__m256i x)
{
    return _mm256_madd_epi16(_mm256_maddubs_epi16(x, _mm256_set1_epi8(1)), _mm256_set1_epi16(1));
}

/// Words whose counts fit in the bytes of a register: 31 * 8 < 256.
constexpr std::size_t wordsPerByteSum = 31;

/// Adds the differences between a run of a window and eight filters; their weights lie 16 words
/// apart.
NN_KERNEL_INLINE __m256i
AddRun(__m256i counts, const std::uint32_t* window, const std::uint32_t* weights, std::size_t words)
{
    for (std::size_t begin = 0; begin < words; begin += wordsPerByteSum)
    {
        const std::size_t end = begin + wordsPerByteSum < words ? begin + wordsPerByteSum : words;
        __m256i bytes = _mm256_setzero_si256();
        for (std::size_t i = begin; i < end; ++i)
        {
            const __m256i x = _mm256_set1_epi32(static_cast<int>(window[i]));
            const __m256i w =
                _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + 16 * i));
            bytes = _mm256_add_epi8(bytes, CountBytes(_mm256_xor_si256(x, w)));
        }
        counts = _mm256_add_epi32(counts, SumBytes(bytes));
    }
    return counts;
}

/// Bit k: filter k of eight is a one.
NN_KERNEL_INLINE unsigned
CompareWindow(const WindowRow& row,
              const std::uint32_t* window,
              const std::uint32_t* weights,
              const std::int32_t* limits)
{
    const std::size_t run = 3 * row.step;
    __m256i counts = _mm256_setzero_si256();
    for (std::size_t r = 0; r < 3; ++r)
    {
        counts = AddRun(counts, window + r * row.mapRow, weights + 16 * r * run, run);
    }
    const __m256i limit = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(limits));
    const __m256i more = _mm256_cmpgt_epi32(counts, limit);
    return ~static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(more))) & 255U;
}

NN_KERNEL_TARGET void
CompareWindows(const WindowRow& row)
{
    const std::size_t blocks = (static_cast<std::size_t>(row.filters) + 15) / 16;
    for (std::size_t block = 0; block < blocks; ++block)
    {
        const std::uint32_t* weights = row.weights + block * 16 * 9 * row.step;
        for (int p = 0; p < row.positions; ++p)
        {
            const std::uint32_t* window = row.map + row.step * static_cast<std::size_t>(p);
            const int place = p == 0 ? 0 : p + 1 == row.positions ? 2 : 1;
            const std::int32_t* limits = row.limits[place] + 16 * block;
            unsigned bits = CompareWindow(row, window, weights, limits);
            bits |= CompareWindow(row, window, weights + 8, limits + 8) << 8;
            row.bits[blocks * static_cast<std::size_t>(p) + block] =
                static_cast<std::uint16_t>(bits);
        }
    }
}

} // namespace

/// Linear layers are too short for more than POPCNT.
const BitKernels avx2Kernels = {"avx2",
                                16,
                                WidenRows<Avx2>,
                                AddTaps<Avx2, std::int16_t>,
                                AddTaps<Avx2, std::int32_t>,
                                PoolRows<Avx2, std::int16_t>,
                                PoolRows<Avx2, std::int32_t>,
                                CompareWindows,
                                CountDifferences<Avx2>};

} // namespace nn
