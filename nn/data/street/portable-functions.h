// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_STREET_PORTABLE_FUNCTIONS_H
#define NN_STREET_PORTABLE_FUNCTIONS_H

#include <cmath>

namespace nn::street
{

/// Functions that give the same bits on every x86-64 machine: a data set must not depend on it. The
/// C library picks its double versions by the processor it runs on, with or without fused
/// multiply-add; its long double versions exist once.

inline double
Sine(double angle)
{
    return static_cast<double>(std::sin(static_cast<long double>(angle)));
}

inline double
Cosine(double angle)
{
    return static_cast<double>(std::cos(static_cast<long double>(angle)));
}

inline double
Exponential(double x)
{
    return static_cast<double>(std::exp(static_cast<long double>(x)));
}

/// Length of the vector (x, y). sqrt is exact everywhere.
inline double
Length(double x, double y)
{
    return std::sqrt(x * x + y * y);
}

} // namespace nn::street

#endif // NN_STREET_PORTABLE_FUNCTIONS_H
