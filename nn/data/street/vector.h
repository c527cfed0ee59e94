// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_VECTOR_H
#define NN_STREET_VECTOR_H

#include <cmath>

namespace nn::street
{

/// A point, a direction or a colour. World: metres, x east, y north, z up. Colour: red, green,
/// blue.
template <typename T>
struct Vector3
{
    T x = 0;
    T y = 0;
    T z = 0;
};

/// Rays, normals and colours are float; positions of cameras and objects are double.
using Vector3f = Vector3<float>;
using Vector3d = Vector3<double>;
using Colour = Vector3<float>;

template <typename T>
Vector3<T>
operator+(const Vector3<T>& a, const Vector3<T>& b)
{
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}

template <typename T>
Vector3<T>
operator-(const Vector3<T>& a, const Vector3<T>& b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}

template <typename T>
Vector3<T>
operator*(const Vector3<T>& a, T factor)
{
    return {a.x * factor, a.y * factor, a.z * factor};
}

template <typename T>
Vector3<T>
operator/(const Vector3<T>& a, T divisor)
{
    return {a.x / divisor, a.y / divisor, a.z / divisor};
}

template <typename T>
T
Dot(const Vector3<T>& a, const Vector3<T>& b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

template <typename T>
Vector3<T>
Cross(const Vector3<T>& a, const Vector3<T>& b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

template <typename T>
Vector3<T>
Normalize(const Vector3<T>& a)
{
    return a / std::sqrt(Dot(a, a));
}

inline Vector3f
ToFloat(const Vector3d& a)
{
    return {static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(a.z)};
}

/// Remainder of a / b with the sign of b, b > 0: the position inside a pattern of period b.
template <typename T>
T
Modulo(T a, T b)
{
    const T remainder = std::fmod(a, b);
    return remainder < 0 ? remainder + b : remainder;
}

} // namespace nn::street

#endif // NN_STREET_VECTOR_H
