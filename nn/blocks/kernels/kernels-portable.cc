// SPDX-License-Identifier: GPL-2.0-only
/// The kernels for every processor.
#define NN_KERNEL
#define NN_VECTOR_BYTES 16

#include "nn/blocks/kernels/conv-pool-body.h"
#include "nn/blocks/kernels/elementwise-body.h"
#include "nn/blocks/kernels/gradient-body.h"
#include "nn/blocks/kernels/kernel-tables.h"
#include "nn/blocks/kernels/layout-body.h"
#include "nn/blocks/kernels/linear-body.h"
#include "nn/blocks/kernels/sum-body.h"

namespace nn
{

const Kernels portableLoops = {
    "portable",
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

} // namespace nn
