// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/bit-kernels.h"
#include "nn/packed/kernel-sets.h"

namespace nn
{

/// The builtins also ask whether the operating system saves the registers.
std::vector<const BitKernels*>
GetAvailableBitKernels()
{
    std::vector<const BitKernels*> kernels{&portableKernels};
    __builtin_cpu_init();
    const bool popcnt = __builtin_cpu_supports("popcnt") != 0;
    const bool avx2 = popcnt && __builtin_cpu_supports("avx2") != 0;
    if (popcnt)
    {
        kernels.push_back(&popcntKernels);
    }
    if (avx2)
    {
        kernels.push_back(&avx2Kernels);
    }
    if (avx2 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
        __builtin_cpu_supports("avx512vpopcntdq") != 0)
    {
        kernels.push_back(&avx512Kernels);
    }
    return kernels;
}

} // namespace nn
