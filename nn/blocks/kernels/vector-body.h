// SPDX-License-Identifier: GPL-2.0-only
/// Included by each kernels-*.cc after NN_KERNEL and NN_VECTOR_BYTES are defined.
#ifndef NN_VECTOR_BODY_H
#define NN_VECTOR_BODY_H

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace nn
{

namespace
{

/// One register of numbers.
template <typename T, std::size_t bytes = NN_VECTOR_BYTES>
struct Register
{
    typedef T Type __attribute__((vector_size(bytes)));
    static constexpr std::size_t lanes = bytes / sizeof(T);
};

template <typename Vector, typename T>
NN_KERNEL inline void
LoadTo(Vector& vector, const T* values)
{
    std::memcpy(&vector, values, sizeof(vector));
}

template <typename Vector, typename T>
NN_KERNEL inline void
StoreFrom(const Vector& vector, T* values)
{
    std::memcpy(values, &vector, sizeof(vector));
}

} // namespace

} // namespace nn

#endif // NN_VECTOR_BODY_H
