// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_THRESHOLD_FOLDING_H
#define NN_THRESHOLD_FOLDING_H

#include "nn/blocks/batch-normalization.h"

#include <cstdint>

namespace nn
{

/// Batch normalization and binary activation of one filter as one comparison of integers:
///
///     bit = (x >= least) != inverted
///
/// x is the integer that the max pool of a convolution produces. Inverted filters have a negative
/// scale. Both kinds commute with the pool: the maximum is at least `least` where any of its inputs
/// is.
struct FoldedThreshold
{
    std::int32_t least = 0;
    bool inverted = false;
};

/// What the float evaluation says of integer x: FrozenConvPool's formula.
bool IsActive(BatchNormalization::Affine affine, int divisor, std::int32_t x);

/// The threshold that gives the same bit as IsActive for each x in [-greatest, greatest].
///
/// Rounding keeps the order of numbers, so the float evaluation is monotone in x: it changes its
/// answer at most once, and that place is found by bisection.
/// \param divisor of the integers: see FeatureBatch
FoldedThreshold FoldThreshold(BatchNormalization::Affine affine,
                              int divisor,
                              std::int32_t greatest);

} // namespace nn

#endif // NN_THRESHOLD_FOLDING_H
