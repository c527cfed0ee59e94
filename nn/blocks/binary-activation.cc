// SPDX-License-Identifier: GPL-2.0-only
#include "nn/blocks/binary-activation.h"

#include <cmath>
#include <cstddef>

namespace nn
{

void
BackwardBinarize(const std::vector<float>& x, std::vector<float>& gradient)
{
    for (std::size_t i = 0; i < x.size(); ++i)
    {
        gradient[i] = std::fabs(x[i]) <= 1.0F ? gradient[i] : 0.0F;
    }
}

} // namespace nn
