// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PACKED_BITS_H
#define NN_PACKED_BITS_H

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// Strings of bits as SectionInference has them: bit i % 8 of byte i / 8, padded with zeros.
using PackedBits = std::vector<std::uint8_t>;

/// Bytes of `bits` bits.
inline std::size_t
GetByteCount(std::size_t bits)
{
    return (bits + 7) / 8;
}

/// Eight bits from `begin` on; beyond the end of the bytes there are zeros.
inline std::uint8_t
GetEightBits(const PackedBits& bits, std::size_t begin)
{
    const std::size_t byte = begin / 8;
    const unsigned low = bits[byte];
    const unsigned high = byte + 1 < bits.size() ? bits[byte + 1] : 0U;
    return static_cast<std::uint8_t>((low | high << 8) >> begin % 8);
}

/// Sets the bits from `begin` on where `value` has ones, at most 57 bits.
inline void
SetBits(PackedBits& bits, std::size_t begin, std::uint64_t value)
{
    std::size_t byte = begin / 8;
    for (value <<= begin % 8; value != 0; value >>= 8)
    {
        bits[byte] = static_cast<std::uint8_t>(bits[byte] | value);
        ++byte;
    }
}

/// Writes bits one after the other, from the first byte on.
class BitWriter
{
  public:
    /// \param bits have room for all that is written
    explicit BitWriter(PackedBits& bits) : m_next(bits.data()) {}

    /// \param value has no ones beyond `count` bits, at most 32
    void Append(std::uint32_t value, std::size_t count)
    {
        m_pending |= static_cast<std::uint64_t>(value) << m_count;
        m_count += count;
        if (m_count >= 32)
        {
            for (unsigned shift = 0; shift < 32; shift += 8)
            {
                *m_next++ = static_cast<std::uint8_t>(m_pending >> shift);
            }
            m_pending >>= 32;
            m_count -= 32;
        }
    }

    /// Writes what is pending: the last call.
    void Finish()
    {
        for (std::size_t i = 0; i < m_count; i += 8)
        {
            *m_next++ = static_cast<std::uint8_t>(m_pending >> i);
        }
    }

  private:
    std::uint8_t* m_next;
    std::uint64_t m_pending = 0;
    std::size_t m_count = 0; //!< pending bits, less than 32
};

/// `count` ones, at most 64.
inline std::uint64_t
GetOnes(std::size_t count)
{
    return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

/// Transposes an 8 x 8 matrix of bits: bit 8 r + c becomes bit 8 c + r (Warren, "Hacker's Delight",
/// section 7-3).
inline std::uint64_t
TransposeBits(std::uint64_t x)
{
    std::uint64_t swapped = (x ^ (x >> 7)) & 0x00aa00aa00aa00aaU;
    x ^= swapped ^ (swapped << 7);
    swapped = (x ^ (x >> 14)) & 0x0000cccc0000ccccU;
    x ^= swapped ^ (swapped << 14);
    swapped = (x ^ (x >> 28)) & 0x00000000f0f0f0f0U;
    return x ^ swapped ^ (swapped << 28);
}

/// Bits 0, 2, 4, ..., 62 as bits 0..31.
inline std::uint32_t
GetEvenBits(std::uint64_t x)
{
    x &= 0x5555555555555555U;
    x = (x | x >> 1) & 0x3333333333333333U;
    x = (x | x >> 2) & 0x0f0f0f0f0f0f0f0fU;
    x = (x | x >> 4) & 0x00ff00ff00ff00ffU;
    x = (x | x >> 8) & 0x0000ffff0000ffffU;
    return static_cast<std::uint32_t>(x | x >> 16);
}

} // namespace nn

#endif // NN_PACKED_BITS_H
