// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NPY_HEADER_H
#define NN_NPY_HEADER_H

#include "nn/data/npz-array.h"

#include <cstddef>
#include <string>

namespace nn
{

/// What stands before the elements of an .npy file (format: "NEP 1" and numpy.lib.format).
struct NpyHeader
{
    NpzShape shape;
    NpzType type = NpzType::F4;
    bool bigEndian = false;
    bool fortranOrder = false; //!< column-major

    /// Bytes of all elements.
    std::size_t dataBytes = 0;
};

/// Bytes at the start of every .npy file that tell how long its header is.
constexpr std::size_t npyPreambleBytes = 12;

/// Length of the whole header, preamble included; the elements follow.
/// \param preamble the first `npyPreambleBytes` bytes of the file
/// \throw InputError (without the path) if this is no .npy file of version 1, 2 or 3, or if the
/// header is longer than 64 KiB
std::size_t GetNpyHeaderBytes(const std::string& preamble);

/// Reads a header. Never takes more memory than it is long.
/// \param bytes the whole header, as long as GetNpyHeaderBytes() says
/// \throw InputError (without the path) if it is damaged, if its type is not one of NpzType, if it
/// has more than 32 dimensions, or if the number of bytes of the elements does not fit in size_t
NpyHeader ParseNpyHeader(const std::string& bytes);

/// The header that numpy itself would write for a little-endian, row-major array (version 1).
std::string FormatNpyHeader(NpzType type, const NpzShape& shape);

} // namespace nn

#endif // NN_NPY_HEADER_H
