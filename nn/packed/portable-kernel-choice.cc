// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/bit-kernels.h"
#include "nn/packed/kernel-sets.h"

namespace nn
{

/// Not an x86-64 processor.
std::vector<const BitKernels*>
GetAvailableBitKernels()
{
    return {&portableKernels};
}

} // namespace nn
