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

/// Some filters at a time, the sums of their windows in registers: `vectors` for each row. The
/// filters' sums do not wait for each other.
template <std::size_t filters, std::size_t vectors>
NN_KERNEL inline void
AddWindowRows(const WindowShape& shape,
              const MaximaGradient& gradient,
              const float* map,
              float* sums)
{
    using Vector = Register<float>::Type;
    constexpr std::size_t lanes = Register<float>::lanes;
    const std::size_t row = GetSumRow(shape.channels);
    Vector parts[filters][3][vectors];
    for (std::size_t i = 0; i < filters * 3 * vectors; ++i)
    {
        LoadTo(parts[i / vectors / 3][i / vectors % 3][i % vectors],
               sums + i / vectors * row + i % vectors * lanes);
    }
    for (std::size_t i = 0; i < gradient.positions; ++i)
    {
        for (std::size_t k = 0; k < filters; ++k)
        {
            const std::size_t j = k * gradient.positions + i;
            const float* window = map + shape.channels * gradient.places[j];
            const float value = gradient.values[j];
            for (std::size_t r = 0; r < 3; ++r)
            {
                for (std::size_t v = 0; v < vectors; ++v)
                {
                    Vector numbers;
                    LoadTo(numbers, window + r * shape.stride + v * lanes);
                    parts[k][r][v] += value * numbers;
                }
            }
        }
    }
    for (std::size_t i = 0; i < filters * 3 * vectors; ++i)
    {
        StoreFrom(parts[i / vectors / 3][i / vectors % 3][i % vectors],
                  sums + i / vectors * row + i % vectors * lanes);
    }
}

/// \tparam atOnce filters that fit into the registers
template <std::size_t atOnce, std::size_t vectors>
NN_KERNEL inline void
AddAllFilters(const WindowShape& shape, MaximaGradient gradient, const float* map, float* sums)
{
    const std::size_t size = 3 * GetSumRow(shape.channels);
    for (; gradient.filters >= atOnce; gradient = gradient.GetFrom(atOnce))
    {
        AddWindowRows<atOnce, vectors>(shape, gradient, map, sums);
        sums += atOnce * size;
    }
    for (; gradient.filters > 0; gradient = gradient.GetFrom(1))
    {
        AddWindowRows<1, vectors>(shape, gradient, map, sums);
        sums += size;
    }
}

NN_KERNEL void
AddWindows(const WindowShape& shape, const MaximaGradient& gradient, const float* map, float* sums)
{
    switch ((3 * shape.channels + Register<float>::lanes - 1) / Register<float>::lanes)
    {
    case 1:
        AddAllFilters<4, 1>(shape, gradient, map, sums);
        return;
    case 2:
        AddAllFilters<2, 2>(shape, gradient, map, sums);
        return;
    default:
        AddAllFilters<1, 3>(shape, gradient, map, sums);
    }
}

/// One filter; its weights stay in registers.
template <typename Vector>
NN_KERNEL inline void
ScatterFilter(const WindowShape& shape,
              const MaximaGradient& gradient,
              const float* weights,
              float* map)
{
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(float);
    Vector taps[9];
    std::memcpy(taps, weights, sizeof(taps));
    for (std::size_t i = 0; i < gradient.positions; ++i)
    {
        float* window = map + lanes * gradient.places[i];
        const float value = gradient.values[i];
        for (std::size_t tap = 0; tap < 9; ++tap)
        {
            float* place = window + tap / 3 * shape.stride + tap % 3 * lanes;
            Vector sum;
            LoadTo(sum, place);
            sum += value * taps[tap];
            StoreFrom(sum, place);
        }
    }
}

template <std::size_t lanes>
NN_KERNEL inline void
ScatterAllFilters(const WindowShape& shape,
                  MaximaGradient gradient,
                  const float* weights,
                  float* map)
{
    for (; gradient.filters > 0; gradient = gradient.GetFrom(1))
    {
        ScatterFilter<typename Register<float, lanes * sizeof(float)>::Type>(
            shape, gradient, weights, map);
        weights += 9 * lanes;
    }
}

NN_KERNEL void
ScatterWindows(const WindowShape& shape,
               const MaximaGradient& gradient,
               const float* weights,
               float* map)
{
    constexpr std::size_t lanes = Register<float>::lanes;
    if (shape.channels == lanes)
    {
        ScatterAllFilters<lanes>(shape, gradient, weights, map);
    }
    else if (shape.channels == 4)
    {
        ScatterAllFilters<4>(shape, gradient, weights, map);
    }
    else
    {
        ScatterAllFilters<8>(shape, gradient, weights, map);
    }
}

} // namespace

} // namespace nn

#endif // NN_GRADIENT_BODY_H
