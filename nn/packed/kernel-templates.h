// SPDX-License-Identifier: GPL-2.0-only
// The loops that all instruction sets share. A kernel file includes this after it defined
// NN_KERNEL_TARGET, the attribute that selects its instruction set. Everything is in an anonymous
// namespace, so that the linker cannot mix the sets.
#ifndef NN_KERNEL_TEMPLATES_H
#define NN_KERNEL_TEMPLATES_H

#ifndef NN_KERNEL_TARGET
#error "define NN_KERNEL_TARGET before this header"
#endif

#include "nn/packed/bit-kernels.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

#define NN_KERNEL_INLINE NN_KERNEL_TARGET __attribute__((always_inline)) inline

namespace nn
{
namespace
{

/// A register of `bytes` bytes.
template <typename T, std::size_t bytes>
struct Register
{
    typedef T Type __attribute__((vector_size(bytes)));
    static constexpr std::size_t lanes = bytes / sizeof(T);
};

template <typename Vector, typename T>
NN_KERNEL_INLINE Vector
LoadVector(const T* values)
{
    Vector result;
    std::memcpy(&result, values, sizeof(result));
    return result;
}

template <typename Vector, typename T>
NN_KERNEL_INLINE void
StoreVector(T* values, const Vector& vector)
{
    std::memcpy(values, &vector, sizeof(vector));
}

/// BitKernels::widenRows.
template <class Isa>
NN_KERNEL_TARGET void
WidenRows(const std::uint8_t* pixels, int rows, int width, std::size_t stride, std::int16_t* output)
{
    using Pixels = typename Register<std::uint8_t, Isa::bytes / 2>::Type;
    using Integers = typename Register<std::int16_t, Isa::bytes>::Type;
    constexpr int lanes = static_cast<int>(Isa::bytes / 2);
    for (int row = 0; row < rows; ++row)
    {
        int x = 0;
        for (; x + lanes <= width; x += lanes)
        {
            const auto part = LoadVector<Pixels>(pixels + x);
            StoreVector<Integers>(output + x, __builtin_convertvector(part, Integers));
        }
        for (; x < width; ++x)
        {
            output[x] = pixels[x];
        }
        pixels += width;
        output += stride;
    }
}

/// Vectors that AddTaps keeps in registers.
constexpr std::size_t unroll = 4;

/// Sums of the taps of each class, for `unroll` vectors of positions.
template <typename Vector, typename T>
NN_KERNEL_INLINE void
AddClasses(const TapGroup& group, const T* map, Vector (&classes)[TapGroup::classes][unroll])
{
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(T);
    const std::int32_t* offset = group.offsets;
    for (std::size_t c = 0; c < TapGroup::classes; ++c)
    {
        Vector sums[unroll] = {};
        for (const std::int32_t* end = offset + group.plus[c]; offset != end; ++offset)
        {
            for (std::size_t j = 0; j < unroll; ++j)
            {
                sums[j] += LoadVector<Vector>(map + *offset + j * lanes);
            }
        }
        for (const std::int32_t* end = offset + group.minus[c]; offset != end; ++offset)
        {
            for (std::size_t j = 0; j < unroll; ++j)
            {
                sums[j] -= LoadVector<Vector>(map + *offset + j * lanes);
            }
        }
        for (std::size_t j = 0; j < unroll; ++j)
        {
            classes[c][j] = sums[j];
        }
    }
}

/// BitKernels::addTaps16 and addTaps32.
template <class Isa, typename T>
NN_KERNEL_TARGET void
AddTaps(const TapGroup& group, const T* map, std::size_t count, std::size_t stride, T* sums)
{
    using Vector = typename Register<T, Isa::bytes>::Type;
    constexpr std::size_t lanes = Register<T, Isa::bytes>::lanes;
    for (std::size_t i = 0; i < count; i += unroll * lanes)
    {
        Vector c[TapGroup::classes][unroll];
        AddClasses<Vector>(group, map + i, c);
        for (std::size_t j = 0; j < unroll; ++j)
        {
            const Vector first =
                c[0][j] - c[1][j] + (c[2][j] - c[3][j]) + (c[4][j] - c[5][j]) + (c[6][j] - c[7][j]);
            const Vector even0 = c[0][j] + c[1][j];
            const Vector even1 = c[4][j] + c[5][j];
            const Vector odd0 = c[2][j] + c[3][j];
            const Vector odd1 = c[6][j] + c[7][j];
            const Vector low = even0 + odd0;
            const Vector high = even1 + odd1;
            T* output = sums + i + j * lanes;
            StoreVector<Vector>(output, low + high);
            StoreVector<Vector>(output + stride, first);
            StoreVector<Vector>(output + 2 * stride, (even0 - odd0) + (even1 - odd1));
            StoreVector<Vector>(output + 3 * stride, low - high);
        }
    }
}

/// BitKernels::poolRows16 and poolRows32.
template <class Isa, typename T>
NN_KERNEL_TARGET void
PoolRows(const RowPool<T>& pool)
{
    using Vector = typename Register<T, Isa::bytes>::Type;
    constexpr int lanes = static_cast<int>(Register<T, Isa::bytes>::lanes);
    const Vector limit = Vector{} + pool.limit;
    std::uint64_t* masks = pool.masks;
    for (int row = 0; row < pool.height; row += 2)
    {
        const T* middle = pool.sums + pool.stride * static_cast<std::size_t>(row);
        const T* above = row > 0 ? middle - pool.stride : middle;
        const T* below = row + 1 < pool.height ? middle + pool.stride : middle;
        for (int begin = 0; begin < pool.width; begin += 64)
        {
            std::uint64_t mask = 0;
            const int end = begin + 64 < pool.width ? begin + 64 : pool.width;
            for (int x = begin; x < end; x += lanes)
            {
                const auto a = LoadVector<Vector>(above + x);
                const auto b = LoadVector<Vector>(middle + x);
                const auto c = LoadVector<Vector>(below + x);
                const Vector ab = a > b ? a : b;
                const Vector maximum = ab > c ? ab : c;
                mask |= Isa::GetGreater(maximum, limit) << (x - begin);
            }
            *masks++ = mask;
        }
    }
}

/// BitKernels::countDifferences, eight bytes at a time.
template <class Isa>
NN_KERNEL_TARGET std::size_t
CountDifferences(const std::uint8_t* a, const std::uint8_t* b, std::size_t bytes)
{
    std::size_t count = 0;
    std::size_t i = 0;
    for (; i + 8 <= bytes; i += 8)
    {
        count +=
            Isa::CountBits(LoadVector<std::uint64_t>(a + i) ^ LoadVector<std::uint64_t>(b + i));
    }
    for (; i < bytes; ++i)
    {
        count += Isa::CountBits(static_cast<std::uint64_t>(a[i] ^ b[i]));
    }
    return count;
}

/// BitKernels::compareWindows, one filter after the other; filterLanes is 1.
template <class Isa>
NN_KERNEL_TARGET void
CompareWindowsOneByOne(const WindowRow& row)
{
    const std::size_t run = 3 * row.step;
    const std::size_t words = (3 * run + 1) / 2 * 2;
    std::uint16_t* bits = row.bits;
    row.window[words - 1] = 0;
    for (int p = 0; p < row.positions; ++p)
    {
        for (std::size_t r = 0; r < 3; ++r)
        {
            std::memcpy(row.window + r * run,
                        row.map + r * row.mapRow + row.step * static_cast<std::size_t>(p),
                        run * sizeof(std::uint32_t));
        }
        const std::int32_t* limits = row.limits[p == 0 ? 0 : p + 1 == row.positions ? 2 : 1];
        const std::uint32_t* weights = row.weights;
        for (int begin = 0; begin < row.filters; begin += 16)
        {
            unsigned mask = 0;
            for (int k = 0; k < 16 && begin + k < row.filters; ++k)
            {
                std::uint64_t count = 0;
                for (std::size_t i = 0; i < words; i += 2)
                {
                    count += Isa::CountBits(LoadVector<std::uint64_t>(row.window + i) ^
                                            LoadVector<std::uint64_t>(weights + i));
                }
                mask |= (static_cast<std::int32_t>(count) <= limits[begin + k] ? 1U : 0U) << k;
                weights += words;
            }
            *bits++ = static_cast<std::uint16_t>(mask);
        }
    }
}

/// The kernels of an instruction set that compares windows one by one.
template <class Isa>
constexpr BitKernels
MakeScalarKernels(const char* name)
{
    return {name,
            1,
            WidenRows<Isa>,
            AddTaps<Isa, std::int16_t>,
            AddTaps<Isa, std::int32_t>,
            PoolRows<Isa, std::int16_t>,
            PoolRows<Isa, std::int32_t>,
            CompareWindowsOneByOne<Isa>,
            CountDifferences<Isa>};
}

} // namespace
} // namespace nn

#endif // NN_KERNEL_TEMPLATES_H
