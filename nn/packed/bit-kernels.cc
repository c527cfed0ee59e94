// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/bit-kernels.h"

#include <stdexcept>

namespace nn
{

const BitKernels&
GetBitKernels()
{
    static const BitKernels& fastest = *GetAvailableBitKernels().back();
    return fastest;
}

const BitKernels&
GetBitKernels(const std::string& name)
{
    std::string available;
    for (const BitKernels* kernels : GetAvailableBitKernels())
    {
        if (name == kernels->name)
        {
            return *kernels;
        }
        available += std::string(available.empty() ? "" : ", ") + kernels->name;
    }
    throw std::invalid_argument("no kernels '" + name + "' on this processor; there are " +
                                available);
}

} // namespace nn
