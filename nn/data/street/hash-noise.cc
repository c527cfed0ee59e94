// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/street/hash-noise.h"

#include "nn/data/split-mix64.h"

namespace nn::street
{

namespace
{

std::uint64_t
Hash(std::uint64_t key)
{
    return SplitMix64::Finalize(key * 0x9E3779B97F4A7C15ULL);
}

} // namespace

float
HashNormal(std::uint64_t key)
{
    const std::uint64_t hash = Hash(key);
    float sum = 0;
    for (int shift = 0; shift < 64; shift += 16)
    {
        sum += static_cast<float>((hash >> shift) & 0xFFFF);
    }
    return (sum / 65536.0F - 2.0F) * 1.7320508F;
}

float
CellNoise(double column, double row, int salt)
{
    const auto cell = (static_cast<std::int64_t>(column) + 4096) * 8192 +
                      (static_cast<std::int64_t>(row) + 4096) +
                      static_cast<std::int64_t>(salt) * 67108864;
    return static_cast<float>(Hash(static_cast<std::uint64_t>(cell)) >> 40) / 16777216.0F;
}

} // namespace nn::street
