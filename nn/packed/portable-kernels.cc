// SPDX-License-Identifier: GPL-2.0-only
#define NN_KERNEL_TARGET
#include "nn/packed/kernel-sets.h"
#include "nn/packed/kernel-templates.h"

namespace nn
{

namespace
{

/// 16-byte vectors in the compiler's terms; every 64-bit processor has such registers.
struct Portable
{
    static constexpr std::size_t bytes = 16;

    /// Bit l: a[l] > b[l].
    template <typename Vector>
    static std::uint64_t GetGreater(const Vector& a, const Vector& b)
    {
        const auto greater = a > b;
        std::uint64_t mask = 0;
        for (std::size_t l = 0; l < bytes / sizeof(a[0]); ++l)
        {
            mask |= static_cast<std::uint64_t>(greater[l] & 1) << l;
        }
        return mask;
    }

    /// Sums of 2, then 4, then 8 neighbouring bits; the multiplication adds the eight bytes.
    static std::uint64_t CountBits(std::uint64_t x)
    {
        x -= x >> 1 & 0x5555555555555555U;
        x = (x & 0x3333333333333333U) + (x >> 2 & 0x3333333333333333U);
        x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fU;
        return x * 0x0101010101010101U >> 56;
    }
};

} // namespace

const BitKernels portableKernels = MakeScalarKernels<Portable>("portable");

} // namespace nn
