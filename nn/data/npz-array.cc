// SPDX-License-Identifier: GPL-2.0-only
#include "nn/data/npz-array.h"

#include <array>

namespace nn
{

namespace
{

struct TypeName
{
    const char* name;
    std::size_t size;
};

/// In the order of NpzType.
constexpr std::array<TypeName, 10> typeNames = {{{"f4", 4},
                                                 {"f8", 8},
                                                 {"i1", 1},
                                                 {"i2", 2},
                                                 {"i4", 4},
                                                 {"i8", 8},
                                                 {"u1", 1},
                                                 {"u2", 2},
                                                 {"u4", 4},
                                                 {"u8", 8}}};

} // namespace

std::size_t
GetSize(NpzType type)
{
    return typeNames[static_cast<std::size_t>(type)].size;
}

std::string
ToString(NpzType type)
{
    return typeNames[static_cast<std::size_t>(type)].name;
}

std::optional<NpzType>
FindType(const std::string& name)
{
    for (std::size_t i = 0; i < typeNames.size(); ++i)
    {
        if (name == typeNames[i].name)
        {
            return static_cast<NpzType>(i);
        }
    }
    return std::nullopt;
}

std::string
ToString(const NpzShape& shape)
{
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i)
    {
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    }
    return text + (shape.size() == 1 ? ",)" : ")");
}

std::string
ToIndexText(const NpzShape& shape, std::size_t position)
{
    std::size_t stride = 1;
    for (const std::size_t extent : shape)
    {
        stride *= extent;
    }
    std::string text = "[";
    for (const std::size_t extent : shape)
    {
        stride /= extent;
        text += (text.size() > 1 ? ", " : "") + std::to_string(position / stride % extent);
    }
    return text + "]";
}

} // namespace nn
