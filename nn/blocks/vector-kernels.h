// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_VECTOR_KERNELS_H
#define NN_VECTOR_KERNELS_H

#include <cstddef>
#include <cstring>

namespace nn
{

/// 16 bytes of numbers: one register of every x86-64 processor. The order of summation is that of
/// the source, whatever the instruction set.
template <typename T>
struct VectorOf
{
    typedef T Type __attribute__((vector_size(16)));
    static constexpr std::size_t lanes = 16 / sizeof(T);
};

using Float4 = VectorOf<float>::Type;

template <typename T>
inline typename VectorOf<T>::Type
Load(const T* values)
{
    typename VectorOf<T>::Type result;
    std::memcpy(&result, values, sizeof(result));
    return result;
}

template <typename T>
inline void
Store(T* values, typename VectorOf<T>::Type vector)
{
    std::memcpy(values, &vector, sizeof(vector));
}

/// Sum of a[i] * b[i]. Exact for integers below 2^24.
inline float
Dot(const float* a, const float* b, std::size_t count)
{
    Float4 even{};
    Float4 odd{};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
    {
        even += Load(a + i) * Load(b + i);
        odd += Load(a + i + 4) * Load(b + i + 4);
    }
    float tail = 0;
    for (; i < count; ++i)
    {
        tail += a[i] * b[i];
    }
    const Float4 sum = even + odd;
    return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + tail;
}

/// y[i] += factor * x[i].
inline void
AddScaled(float factor, const float* x, float* y, std::size_t count)
{
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4)
    {
        Store(y + i, Load(y + i) + factor * Load(x + i));
    }
    for (; i < count; ++i)
    {
        y[i] += factor * x[i];
    }
}

} // namespace nn

#endif // NN_VECTOR_KERNELS_H
