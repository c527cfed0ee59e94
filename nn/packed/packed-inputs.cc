// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/packed-inputs.h"

#include <algorithm>
#include <array>

namespace nn
{

namespace
{

/// Byte k of entry b: bit k of b.
constexpr std::array<std::uint64_t, 256>
MakeSpreadTable()
{
    std::array<std::uint64_t, 256> table{};
    for (std::size_t value = 0; value < table.size(); ++value)
    {
        for (std::size_t k = 0; k < 8; ++k)
        {
            table[value] |= static_cast<std::uint64_t>(value >> k & 1U) << 8 * k;
        }
    }
    return table;
}

constexpr std::array<std::uint64_t, 256> spreadTable = MakeSpreadTable();

/// For each bit, in how many of the maps it is 1; rounded up to eight.
std::vector<std::uint8_t>
CountBits(const PackedInputs& maps, std::size_t bits)
{
    std::vector<std::uint8_t> counts(GetByteCount(bits) * 8);
    for (std::size_t byte = 0; byte < GetByteCount(bits); ++byte)
    {
        std::uint64_t sum = 0;
        for (const PackedBits* map : maps)
        {
            sum += map != nullptr ? spreadTable[(*map)[byte]] : 0;
        }
        for (std::size_t k = 0; k < 8; ++k)
        {
            counts[8 * byte + k] = static_cast<std::uint8_t>(sum >> 8 * k);
        }
    }
    return counts;
}

/// Writes the inside of a bordered map.
template <typename T, typename Function>
void
FillInside(const std::uint8_t* values, MapShape shape, T* bordered, Function function)
{
    bordered += shape.width + 3;
    for (int channel = 0; channel < shape.channels; ++channel)
    {
        for (int row = 0; row < shape.height; ++row)
        {
            for (int column = 0; column < shape.width; ++column)
            {
                bordered[column] = static_cast<T>(function(values[column]));
            }
            values += shape.width;
            bordered += shape.width + 2;
        }
        bordered += 2 * (shape.width + 2);
    }
}

void
FillWithPixels(const std::uint8_t* pixels,
               MapShape shape,
               std::int16_t* bordered,
               const BitKernels& kernels)
{
    const std::size_t stride = static_cast<std::size_t>(shape.width) + 2;
    bordered += stride + 1;
    for (int channel = 0; channel < shape.channels; ++channel)
    {
        kernels.widenRows(pixels, shape.height, shape.width, stride, bordered);
        pixels += static_cast<std::size_t>(shape.height) * shape.width;
        bordered += stride * (static_cast<std::size_t>(shape.height) + 2);
    }
}

void
FillWithPixels(const std::uint8_t* pixels,
               MapShape shape,
               std::int32_t* bordered,
               const BitKernels& /* kernels */)
{
    FillInside(pixels, shape, bordered, [](std::uint8_t pixel) { return pixel; });
}

} // namespace

PackedBits
MaxBits(const PackedInputs& maps)
{
    PackedBits result;
    for (const PackedBits* map : maps)
    {
        if (map == nullptr)
        {
            continue;
        }
        result.resize(map->size());
        for (std::size_t i = 0; i < result.size(); ++i)
        {
            result[i] = static_cast<std::uint8_t>(result[i] | (*map)[i]);
        }
    }
    return result;
}

PackedBits
ConcatenateBits(const PackedInputs& maps, std::size_t bits)
{
    PackedBits result(GetByteCount(bits * maps.size()));
    for (std::size_t child = 0; child < maps.size(); ++child)
    {
        for (std::size_t i = 0; maps[child] != nullptr && i < bits; i += 8)
        {
            const std::uint64_t inside = GetOnes(std::min<std::size_t>(8, bits - i));
            SetBits(result, child * bits + i, (*maps[child])[i / 8] & inside);
        }
    }
    return result;
}

PackedBits
MarkPresentBits(const PackedInputs& maps, std::size_t bits)
{
    const PackedBits ones(GetByteCount(bits), 255);
    PackedInputs marks(maps.size());
    std::transform(maps.begin(), maps.end(), marks.begin(), [&ones](const PackedBits* map) {
        return map != nullptr ? &ones : nullptr;
    });
    return ConcatenateBits(marks, bits);
}

/// n maps with m ones add up to 2 m - n.
template <typename T>
BorderedMap<T>
AverageBits(const PackedInputs& maps, MapShape shape, std::size_t size)
{
    const std::vector<std::uint8_t> ones = CountBits(maps, shape.Size());
    const auto present = static_cast<int>(
        std::count_if(maps.begin(), maps.end(), [](const auto* map) { return map != nullptr; }));
    BorderedMap<T> result(size);
    FillInside(
        ones.data(), shape, result.data(), [present](int count) { return 2 * count - present; });
    return result;
}

template <typename T>
BorderedMap<T>
ConcatenatePixels(const PackedInputs& views,
                  MapShape shape,
                  std::size_t size,
                  const BitKernels& kernels)
{
    BorderedMap<T> result(size);
    const std::size_t bordered = MapShape{shape.channels, shape.height + 2, shape.width + 2}.Size();
    for (std::size_t child = 0; child < views.size(); ++child)
    {
        if (views[child] != nullptr)
        {
            FillWithPixels(views[child]->data(), shape, result.data() + bordered * child, kernels);
        }
    }
    return result;
}

template BorderedMap<std::int16_t> AverageBits(const PackedInputs&, MapShape, std::size_t);
template BorderedMap<std::int32_t> AverageBits(const PackedInputs&, MapShape, std::size_t);
template BorderedMap<std::int16_t> ConcatenatePixels(const PackedInputs&,
                                                     MapShape,
                                                     std::size_t,
                                                     const BitKernels&);
template BorderedMap<std::int32_t> ConcatenatePixels(const PackedInputs&,
                                                     MapShape,
                                                     std::size_t,
                                                     const BitKernels&);

} // namespace nn
