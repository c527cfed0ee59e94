// SPDX-License-Identifier: GPL-2.0-only
#define NN_KERNEL_TARGET __attribute__((target("avx2,popcnt,avx512f,avx512bw,avx512vpopcntdq")))
#include "nn/packed/kernel-sets.h"
#include "nn/packed/kernel-templates.h"

#include <immintrin.h>

namespace nn
{

namespace
{

struct Avx512
{
    static constexpr std::size_t bytes = 64;
    using Vector16 = Register<std::int16_t, bytes>::Type;
    using Vector32 = Register<std::int32_t, bytes>::Type;

    NN_KERNEL_INLINE static std::uint64_t GetGreater(const Vector16& a, const Vector16& b)
    {
        return _mm512_cmpgt_epi16_mask(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b));
    }

    NN_KERNEL_INLINE static std::uint64_t GetGreater(const Vector32& a, const Vector32& b)
    {
        return _mm512_cmpgt_epi32_mask(reinterpret_cast<__m512i>(a), reinterpret_cast<__m512i>(b));
    }

    NN_KERNEL_INLINE static std::uint64_t CountBits(std::uint64_t x)
    {
        return static_cast<std::uint64_t>(__builtin_popcountll(x));
    }
};

/// Windows that share each load of the weights.
constexpr std::size_t windows = 4;

/// counts[j]: differences between window j of `count` neighbours and sixteen filters.
template <std::size_t count>
NN_KERNEL_INLINE void
CountWindows(const WindowRow& row,
             const std::uint32_t* window,
             const std::uint32_t* weights,
             __m512i (&counts)[count])
{
    for (std::size_t r = 0; r < 3; ++r)
    {
        for (std::size_t i = 0; i < 3 * row.step; ++i)
        {
            const __m512i w = _mm512_loadu_si512(weights);
            weights += 16;
            for (std::size_t j = 0; j < count; ++j)
            {
                const __m512i x =
                    _mm512_set1_epi32(static_cast<int>(window[r * row.mapRow + i + j * row.step]));
                counts[j] =
                    _mm512_add_epi32(counts[j], _mm512_popcnt_epi32(_mm512_xor_si512(x, w)));
            }
        }
    }
}

/// Windows p .. p + count - 1 of a row, filters of one block of sixteen.
template <std::size_t count>
NN_KERNEL_INLINE void
CompareNeighbours(const WindowRow& row, int p, std::size_t block, std::size_t blocks)
{
    __m512i counts[count] = {};
    CountWindows(row,
                 row.map + row.step * static_cast<std::size_t>(p),
                 row.weights + block * 16 * 9 * row.step,
                 counts);
    for (std::size_t j = 0; j < count; ++j)
    {
        const int position = p + static_cast<int>(j);
        const int place = position == 0 ? 0 : position + 1 == row.positions ? 2 : 1;
        const __m512i limits = _mm512_loadu_si512(row.limits[place] + 16 * block);
        row.bits[blocks * static_cast<std::size_t>(position) + block] =
            static_cast<std::uint16_t>(_mm512_cmple_epi32_mask(counts[j], limits));
    }
}

NN_KERNEL_TARGET void
CompareWindows(const WindowRow& row)
{
    const std::size_t blocks = (static_cast<std::size_t>(row.filters) + 15) / 16;
    for (std::size_t block = 0; block < blocks; ++block)
    {
        int p = 0;
        for (; p + static_cast<int>(windows) <= row.positions; p += static_cast<int>(windows))
        {
            CompareNeighbours<windows>(row, p, block, blocks);
        }
        for (; p < row.positions; ++p)
        {
            CompareNeighbours<1>(row, p, block, blocks);
        }
    }
}

/// Linear layers: 64 bytes at a time.
NN_KERNEL_TARGET std::size_t
CountWideDifferences(const std::uint8_t* a, const std::uint8_t* b, std::size_t bytes)
{
    __m512i counts = _mm512_setzero_si512();
    std::size_t i = 0;
    for (; i + 64 <= bytes; i += 64)
    {
        const __m512i differences =
            _mm512_xor_si512(_mm512_loadu_si512(a + i), _mm512_loadu_si512(b + i));
        counts = _mm512_add_epi64(counts, _mm512_popcnt_epi64(differences));
    }
    std::uint64_t parts[8];
    _mm512_storeu_si512(parts, counts);
    std::size_t count = CountDifferences<Avx512>(a + i, b + i, bytes - i);
    for (const std::uint64_t part : parts)
    {
        count += part;
    }
    return count;
}

} // namespace

const BitKernels avx512Kernels = {"avx512",
                                  16,
                                  WidenRows<Avx512>,
                                  AddTaps<Avx512, std::int16_t>,
                                  AddTaps<Avx512, std::int32_t>,
                                  PoolRows<Avx512, std::int16_t>,
                                  PoolRows<Avx512, std::int32_t>,
                                  CompareWindows,
                                  CountWideDifferences};

} // namespace nn
