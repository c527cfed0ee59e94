// SPDX-License-Identifier: GPL-2.0-only
// Gradients of a linear layer. Included by each instruction set: see vector-body.h.
#ifndef NN_LINEAR_BODY_H
#define NN_LINEAR_BODY_H

#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/kernels/vector-body.h"

namespace nn
{

namespace
{

/// Some outputs, one vector of inputs: the sums over the samples stay in registers.
/// \param k first of the outputs
template <std::size_t outputs, typename Vector>
NN_KERNEL inline void
BackwardThrough(const LinearBackward& layer, std::size_t k, std::size_t i)
{
    Vector sums[outputs] = {};
    Vector factors[outputs];
    for (std::size_t j = 0; j < outputs; ++j)
    {
        LoadTo(factors[j], layer.factors + (k + j) * layer.inputs + i);
    }
    for (std::size_t n = 0; n < layer.samples; ++n)
    {
        const float* gradient = layer.gradient + n * layer.outputs + k;
        Vector input;
        Vector inputGradient = {};
        LoadTo(input, layer.input + n * layer.inputs + i);
        if (k > 0)
        {
            LoadTo(inputGradient, layer.inputGradient + n * layer.inputs + i);
        }
        for (std::size_t j = 0; j < outputs; ++j)
        {
            sums[j] += gradient[j] * input;
            inputGradient += gradient[j] * factors[j];
        }
        StoreFrom(inputGradient, layer.inputGradient + n * layer.inputs + i);
    }
    for (std::size_t j = 0; j < outputs; ++j)
    {
        StoreFrom(sums[j], layer.weightGradient + (k + j) * layer.inputs + i);
    }
}

template <typename Vector>
NN_KERNEL inline void
BackwardThroughAll(const LinearBackward& layer, std::size_t i)
{
    std::size_t k = 0;
    for (; k + 3 <= layer.outputs; k += 3)
    {
        BackwardThrough<3, Vector>(layer, k, i);
    }
    for (; k < layer.outputs; ++k)
    {
        BackwardThrough<1, Vector>(layer, k, i);
    }
}

NN_KERNEL void
BackwardLinear(const LinearBackward& layer)
{
    constexpr std::size_t lanes = Register<float>::lanes;
    std::size_t i = 0;
    for (; i + lanes <= layer.inputs; i += lanes)
    {
        BackwardThroughAll<Register<float>::Type>(layer, i);
    }
    for (; i < layer.inputs; ++i)
    {
        BackwardThroughAll<float>(layer, i);
    }
}

} // namespace

} // namespace nn

#endif // NN_LINEAR_BODY_H
