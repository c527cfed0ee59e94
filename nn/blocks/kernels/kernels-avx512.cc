// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/kernels/kernel-tables.h"

#if defined(__x86_64__)

#define NN_KERNEL                                                                                  \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512")))
#define NN_VECTOR_BYTES 64

#include "nn/blocks/kernels/conv-pool-body.h"
#include "nn/blocks/kernels/elementwise-body.h"
#include "nn/blocks/kernels/gradient-body.h"
#include "nn/blocks/kernels/layout-body.h"
#include "nn/blocks/kernels/linear-body.h"
#include "nn/blocks/kernels/sum-body.h"

namespace nn
{

namespace
{

const Kernels avx512Loops = {
    "avx512",
    Register<float>::lanes,
    {RunConvPool8, RunConvPool16, RunConvPool32},
    AddWindows,
    ScatterWindows,
    Interleave,
    Separate,
    AddProducts,
    Dot,
    AddScaled,
    BackwardLinear,
    Normalize,
    NormalizeBackward,
    BinarizeAll,
    BinarizeBackward,
    StepAdam,
};

} // namespace

const Kernels*
GetAvx512Kernels()
{
    const bool there =
        __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
        __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
    return there ? &avx512Loops : nullptr;
}

} // namespace nn

#else

namespace nn
{

const Kernels*
GetAvx512Kernels()
{
    return nullptr;
}

} // namespace nn

#endif
