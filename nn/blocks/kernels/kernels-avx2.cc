// SPDX-License-Identifier: GPL-2.0-only
/// The kernels for x86-64 processors with AVX2. Only functions marked NN_KERNEL are compiled for
/// it: what they share with the rest of the program runs everywhere.
#include "nn/blocks/kernels/kernel-tables.h"

#if defined(__x86_64__)

#define NN_KERNEL __attribute__((target("avx2")))
#define NN_VECTOR_BYTES 32

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

const Kernels avx2Loops = {
    "avx2",
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
GetAvx2Kernels()
{
    return __builtin_cpu_supports("avx2") ? &avx2Loops : nullptr;
}

} // namespace nn

#else

namespace nn
{

const Kernels*
GetAvx2Kernels()
{
    return nullptr;
}

} // namespace nn

#endif
