// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NPZ_ARRAY_H
#define NN_NPZ_ARRAY_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nn
{

/// Element types of an array, with numpy's names: "f4" is float32, "u1" uint8, ...
enum class NpzType
{
    F4,
    F8,
    I1,
    I2,
    I4,
    I8,
    U1,
    U2,
    U4,
    U8
};

/// Bytes of one element.
std::size_t GetSize(NpzType type);
/// "f4", "i8", ...
std::string ToString(NpzType type);
/// The type of such a name, if there is one.
std::optional<NpzType> FindType(const std::string& name);

/// Extent of each dimension, outermost first. Empty: a single number.
using NpzShape = std::vector<std::size_t>;

/// As numpy writes it: "(851, 6)", "(3,)", "()".
std::string ToString(const NpzShape& shape);
/// Index of the element at a position in row-major order: "[12, 3]". No extent may be 0.
std::string ToIndexText(const NpzShape& shape, std::size_t position);

/// One array of an .npz file.
struct NpzArray
{
    NpzShape shape;
    NpzType type = NpzType::F4;
    std::vector<std::uint8_t> bytes; //!< row-major (C order), in the byte order of this machine
};

} // namespace nn

#endif // NN_NPZ_ARRAY_H
