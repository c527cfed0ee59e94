// SPDX-License-Identifier: GPL-2.0-only
#include "nn/packed/threshold-folding.h"

#include "nn/blocks/binary-activation.h"

namespace nn
{

bool
IsActive(BatchNormalization::Affine affine, int divisor, std::int32_t x)
{
    const float scale = affine.scale / static_cast<float>(divisor);
    return Binarize(scale * static_cast<float>(x) + affine.shift) > 0;
}

FoldedThreshold
FoldThreshold(BatchNormalization::Affine affine, int divisor, std::int32_t greatest)
{
    const bool first = IsActive(affine, divisor, -greatest);
    const bool last = IsActive(affine, divisor, greatest);
    if (first == last)
    {
        return {-greatest, !last};
    }
    std::int32_t below = -greatest; // has the first answer
    std::int32_t least = greatest;  // has the last answer
    while (least - below > 1)
    {
        const std::int32_t middle = below + (least - below) / 2;
        (IsActive(affine, divisor, middle) == last ? least : below) = middle;
    }
    return {least, !last};
}

} // namespace nn
