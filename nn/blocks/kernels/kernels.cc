// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/kernels/kernels.h"

#include "nn/blocks/kernels/kernel-tables.h"

namespace nn
{

std::vector<const Kernels*>
GetAvailableKernels()
{
    std::vector<const Kernels*> available;
    for (const Kernels* kernels : {GetAvx512Kernels(), GetAvx2Kernels()})
    {
        if (kernels != nullptr)
        {
            available.push_back(kernels);
        }
    }
    available.push_back(&portableLoops);
    return available;
}

const Kernels&
GetKernels()
{
    static const Kernels& fastest = *GetAvailableKernels().front();
    return fastest;
}

} // namespace nn
