// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_NPZ_CONVERSION_H
#define NN_NPZ_CONVERSION_H

#include "nn/data/npy-header.h"
#include "nn/data/npz-array.h"

#include <cstdint>
#include <vector>

namespace nn
{

/// Makes an array of the elements of an .npy file: in the byte order of this machine, row-major.
/// \param bytes as many as the header says
NpzArray ToArray(const NpyHeader& header, std::vector<std::uint8_t> bytes);

/// Elements of any integer type as int32 or uint8. Errors are InputErrors without the path.
/// \throw InputError if the elements are not integers, or one does not fit
template <typename To>
std::vector<To> ToIntegers(const NpzArray& array);

/// Elements of type float32 or float64 as float32.
/// \throw InputError (without the path) if the elements are integers
std::vector<float> ToFloats(const NpzArray& array);

} // namespace nn

#endif // NN_NPZ_CONVERSION_H
