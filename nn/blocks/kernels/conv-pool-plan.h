// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CONV_POOL_PLAN_H
#define NN_CONV_POOL_PLAN_H

#include "nn/blocks/feature-batch.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nn
{

/// What ConvPoolKernel prepares for its inner loops.
struct ConvPoolPlan
{
    /// The taps of a filter's rarer sign.
    struct Filter
    {
        std::vector<std::int32_t> offsets; //!< in a map with borders
        int sign;
    };

    MapShape input;
    std::size_t stride; //!< of a row with borders: W + 2, rounded up to an even number
    std::vector<Filter> filters;
};

/// Memory for one sample, kept between samples of the same plan.
struct ConvPoolWorkspace
{
    /// (C, H + 2, stride); the border stays 0.
    std::vector<std::int8_t> padded8;
    std::vector<std::int16_t> padded16;
    std::vector<std::int32_t> padded32;
    /// Sums and maxima.
    std::vector<std::int16_t> planes16;
    std::vector<std::int32_t> planes32;
    std::vector<std::int32_t> winners; //!< that nobody wants
};

} // namespace nn

#endif // NN_CONV_POOL_PLAN_H
