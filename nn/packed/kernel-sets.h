// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_KERNEL_SETS_H
#define NN_KERNEL_SETS_H

#include "nn/packed/bit-kernels.h"

namespace nn
{

extern const BitKernels portableKernels; //!< C++ only
extern const BitKernels popcntKernels;   //!< SSE2, POPCNT
extern const BitKernels avx2Kernels;     //!< AVX2, POPCNT
extern const BitKernels avx512Kernels;   //!< AVX-512 F, BW, VPOPCNTDQ, and POPCNT

} // namespace nn

#endif // NN_KERNEL_SETS_H
