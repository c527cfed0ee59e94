// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/binary-activation.h"

#include "nn/blocks/kernels/kernels.h"

#include <cstddef>

namespace nn
{

void
BackwardBinarize(const std::vector<float>& x, std::vector<float>& gradient)
{
    GetKernels().binarizeBackward(x.data(), gradient.data(), x.size());
}

} // namespace nn
