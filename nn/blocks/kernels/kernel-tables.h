// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_KERNEL_TABLES_H
#define NN_KERNEL_TABLES_H

#include "nn/blocks/kernels/kernels.h"

namespace nn
{

extern const Kernels portableLoops;

/// Null if this processor cannot run them.
const Kernels* GetAvx2Kernels();
const Kernels* GetAvx512Kernels();

} // namespace nn

#endif // NN_KERNEL_TABLES_H
