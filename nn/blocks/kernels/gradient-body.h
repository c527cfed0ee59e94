// SPDX-License-Identifier: GPL-2.0-only
/// The sums of ConvPoolGradient. Included by each kernels-*.cc.
#ifndef NN_GRADIENT_BODY_H
#define NN_GRADIENT_BODY_H

#include "nn/blocks/kernels/kernels.h"
#include "nn/blocks/kernels/vector-body.h"

namespace nn
{

namespace
{

/// `count` vectors of each row of the windows, sums in registers.
template <typename Vector, std::size_t count>
NN_KERNEL inline void
AddColumns(const WindowShape& shape,
           const SparseGradient* begin,
           const SparseGradient* end,
           const float* map,
           float* sums)
{
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(float);
    Vector total[3][count];
    for (std::size_t row = 0; row < 3; ++row)
    {
        for (std::size_t j = 0; j < count; ++j)
        {
            LoadTo(total[row][j], sums + row * shape.width + j * lanes);
        }
    }
    for (const SparseGradient* gradient = begin; gradient != end; ++gradient)
    {
        const float* window = map + gradient->offset;
        for (std::size_t row = 0; row < 3; ++row)
        {
            for (std::size_t j = 0; j < count; ++j)
            {
                Vector values;
                LoadTo(values, window + row * shape.stride + j * lanes);
                total[row][j] += gradient->value * values;
            }
        }
    }
    for (std::size_t row = 0; row < 3; ++row)
    {
        for (std::size_t j = 0; j < count; ++j)
        {
            StoreFrom(total[row][j], sums + row * shape.width + j * lanes);
        }
    }
}

NN_KERNEL void
AddWindows(const WindowShape& shape,
           const SparseGradient* begin,
           const SparseGradient* end,
           const float* map,
           float* sums)
{
    using Vector = Register<float>::Type;
    constexpr std::size_t wide = 3 * Register<float>::lanes;
    std::size_t column = 0;
    for (; column + wide <= shape.width; column += wide)
    {
        AddColumns<Vector, 3>(shape, begin, end, map + column, sums + column);
    }
    for (; column < shape.width; column += 12)
    {
        AddColumns<Register<float, 16>::Type, 3>(shape, begin, end, map + column, sums + column);
    }
}

template <typename Vector>
NN_KERNEL inline void
ScatterRow(const SparseGradient& gradient,
           const float* weights,
           float* window,
           std::size_t begin,
           std::size_t end)
{
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(float);
    for (std::size_t i = begin; i < end; i += lanes)
    {
        Vector weight;
        Vector sum;
        LoadTo(weight, weights + i);
        LoadTo(sum, window + i);
        sum += gradient.value * weight;
        StoreFrom(sum, window + i);
    }
}

NN_KERNEL void
ScatterWindows(const WindowShape& shape,
               const SparseGradient* begin,
               const SparseGradient* end,
               const float* weights,
               float* map)
{
    using Vector = Register<float>::Type;
    constexpr std::size_t lanes = Register<float>::lanes;
    const std::size_t whole = shape.width / lanes * lanes;
    for (const SparseGradient* gradient = begin; gradient != end; ++gradient)
    {
        for (std::size_t row = 0; row < 3; ++row)
        {
            const float* signs = weights + row * shape.width;
            float* window = map + gradient->offset + row * shape.stride;
            ScatterRow<Vector>(*gradient, signs, window, 0, whole);
            ScatterRow<Register<float, 16>::Type>(*gradient, signs, window, whole, shape.width);
        }
    }
}

} // namespace

} // namespace nn

#endif // NN_GRADIENT_BODY_H
