// SPDX-License-Identifier: GPL-2.0-only
// What is done number by number. Included by each instruction set: see vector-body.h. Compiled with
// -fno-math-errno, without which a square root is no vector operation.
#ifndef NN_ELEMENTWISE_BODY_H
#define NN_ELEMENTWISE_BODY_H

#include "nn/blocks/kernels/kernels.h"

#include <cmath>

namespace nn
{

namespace
{

NN_KERNEL void
Normalize(const Normalization& normalization,
          float* __restrict values,
          float* __restrict normalized,
          std::size_t count)
{
    const Normalization n = normalization;
    for (std::size_t i = 0; i < count; ++i)
    {
        normalized[i] = (values[i] - n.mean) * n.inverseDeviation;
        values[i] = n.gamma * normalized[i] + n.beta;
    }
}

NN_KERNEL void
NormalizeBackward(const NormalizationGradient& terms,
                  const float* __restrict normalized,
                  float* __restrict gradient,
                  std::size_t count)
{
    const NormalizationGradient t = terms;
    for (std::size_t i = 0; i < count; ++i)
    {
        gradient[i] = t.factor * (gradient[i] - t.mean - normalized[i] * t.slope);
    }
}

NN_KERNEL void
BinarizeAll(const float* __restrict x, std::int16_t* __restrict output, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
    {
        output[i] = x[i] >= 0.0F ? 1 : -1;
    }
}

NN_KERNEL void
BinarizeBackward(const float* __restrict x, float* __restrict gradient, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
    {
        gradient[i] = std::fabs(x[i]) <= 1.0F ? gradient[i] : 0.0F;
    }
}

NN_KERNEL void
StepAdam(const AdamStep& step,
         const float* __restrict gradient,
         float* __restrict first,
         float* __restrict second,
         float* __restrict value,
         std::size_t count)
{
    const AdamStep s = step;
    for (std::size_t i = 0; i < count; ++i)
    {
        first[i] = s.decay1 * first[i] + s.gain1 * gradient[i];
        second[i] = s.decay2 * second[i] + s.gain2 * gradient[i] * gradient[i];
        const float next =
            value[i] - s.rate * first[i] / (std::sqrt(second[i]) / s.correction + s.epsilon);
        const float atMostOne = next > 1.0F ? 1.0F : next;
        value[i] = atMostOne < -1.0F ? -1.0F : atMostOne;
    }
}

} // namespace

} // namespace nn

#endif // NN_ELEMENTWISE_BODY_H
