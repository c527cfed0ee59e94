// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npz-conversion.h"

#include "nn/input-error.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

namespace nn
{

namespace
{

void
ReverseElements(NpzArray& array)
{
    const std::size_t size = GetSize(array.type);
    for (std::size_t i = 0; i < array.bytes.size(); i += size)
    {
        std::reverse(array.bytes.data() + i, array.bytes.data() + i + size);
    }
}

/// From column-major to row-major order: walks through the rows, with `from` following in the
/// columns.
void
Reorder(NpzArray& array)
{
    const std::size_t size = GetSize(array.type);
    const std::size_t rank = array.shape.size();
    std::vector<std::size_t> strides(rank, size);
    for (std::size_t i = 1; i < rank; ++i)
    {
        strides[i] = strides[i - 1] * array.shape[i - 1];
    }
    const std::vector<std::uint8_t> columns = array.bytes;
    NpzShape index(rank, 0);
    std::size_t from = 0;
    for (std::size_t to = 0; to < array.bytes.size(); to += size)
    {
        std::memcpy(&array.bytes[to], &columns[from], size);
        for (std::size_t i = rank; i > 0; --i)
        {
            from += strides[i - 1];
            if (++index[i - 1] < array.shape[i - 1])
            {
                break;
            }
            from -= strides[i - 1] * array.shape[i - 1];
            index[i - 1] = 0;
        }
    }
}

bool
IsReal(NpzType type)
{
    return type == NpzType::F4 || type == NpzType::F8;
}

template <typename T>
T
GetElement(const NpzArray& array, std::size_t i)
{
    T value;
    std::memcpy(&value, &array.bytes[i * sizeof(T)], sizeof(T));
    return value;
}

/// Whether an integer, as the widest type of its signedness, can be represented.
template <typename To>
bool
Fits(std::int64_t value)
{
    return value >= std::int64_t{std::numeric_limits<To>::min()} &&
           value <= std::int64_t{std::numeric_limits<To>::max()};
}

template <typename To>
bool
Fits(std::uint64_t value)
{
    return value <= static_cast<std::uint64_t>(std::numeric_limits<To>::max());
}

template <typename To, typename From>
std::vector<To>
Convert(const NpzArray& array)
{
    using Wide = std::conditional_t<std::is_signed_v<From>, std::int64_t, std::uint64_t>;
    std::vector<To> values(array.bytes.size() / sizeof(From));
    for (std::size_t i = 0; i < values.size(); ++i)
    {
        // int8 is a number here, not a character. NOLINTNEXTLINE(bugprone-signed-char-misuse)
        const Wide value = GetElement<From>(array, i);
        if (!Fits<To>(value))
        {
            throw InputError(std::to_string(value) + " at " + ToIndexText(array.shape, i) +
                             ", expected " + std::to_string(std::numeric_limits<To>::min()) +
                             " to " + std::to_string(std::numeric_limits<To>::max()));
        }
        values[i] = static_cast<To>(value);
    }
    return values;
}

} // namespace

NpzArray
ToArray(const NpyHeader& header, std::vector<std::uint8_t> bytes)
{
    NpzArray array{header.shape, header.type, std::move(bytes)};
    if (header.bigEndian)
    {
        ReverseElements(array);
    }
    if (header.fortranOrder)
    {
        Reorder(array);
    }
    return array;
}

template <typename To>
std::vector<To>
ToIntegers(const NpzArray& array)
{
    switch (array.type)
    {
    case NpzType::I1:
        return Convert<To, std::int8_t>(array);
    case NpzType::I2:
        return Convert<To, std::int16_t>(array);
    case NpzType::I4:
        return Convert<To, std::int32_t>(array);
    case NpzType::I8:
        return Convert<To, std::int64_t>(array);
    case NpzType::U1:
        return Convert<To, std::uint8_t>(array);
    case NpzType::U2:
        return Convert<To, std::uint16_t>(array);
    case NpzType::U4:
        return Convert<To, std::uint32_t>(array);
    case NpzType::U8:
        return Convert<To, std::uint64_t>(array);
    default:
        throw InputError("elements of type " + ToString(array.type) + ", expected integers");
    }
}

template std::vector<std::int32_t> ToIntegers<std::int32_t>(const NpzArray& array);
template std::vector<std::uint8_t> ToIntegers<std::uint8_t>(const NpzArray& array);

std::vector<float>
ToFloats(const NpzArray& array)
{
    if (!IsReal(array.type))
    {
        throw InputError("elements of type " + ToString(array.type) + ", expected f4 or f8");
    }
    std::vector<float> values(array.bytes.size() / GetSize(array.type));
    for (std::size_t i = 0; i < values.size(); ++i)
    {
        values[i] = array.type == NpzType::F4 ? GetElement<float>(array, i)
                                              : static_cast<float>(GetElement<double>(array, i));
    }
    return values;
}

} // namespace nn
