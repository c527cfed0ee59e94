// SPDX-License-Identifier: GPL-2.0-only
#define NN_KERNEL_TARGET __attribute__((target("popcnt")))
#include "nn/packed/kernel-sets.h"
#include "nn/packed/kernel-templates.h"

#include <immintrin.h>

namespace nn
{

namespace
{

struct Popcnt
{
    static constexpr std::size_t bytes = 16;
    using Vector16 = Register<std::int16_t, bytes>::Type;
    using Vector32 = Register<std::int32_t, bytes>::Type;

    NN_KERNEL_INLINE static std::uint64_t GetGreater(const Vector16& a, const Vector16& b)
    {
        const auto greater = reinterpret_cast<__m128i>(a > b);
        const int mask = _mm_movemask_epi8(_mm_packs_epi16(greater, _mm_setzero_si128()));
        return static_cast<std::uint64_t>(mask);
    }

    NN_KERNEL_INLINE static std::uint64_t GetGreater(const Vector32& a, const Vector32& b)
    {
        return static_cast<std::uint64_t>(_mm_movemask_ps(reinterpret_cast<__m128>(a > b)));
    }

    NN_KERNEL_INLINE static std::uint64_t CountBits(std::uint64_t x)
    {
        return static_cast<std::uint64_t>(__builtin_popcountll(x));
    }
};

} // namespace

const BitKernels popcntKernels = MakeScalarKernels<Popcnt>("popcnt");

} // namespace nn
