// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_PORTABLE_MATH_H
#define NN_PORTABLE_MATH_H

namespace nn
{

/// Exponential and logarithm from additions, multiplications and divisions only: the same bits on
/// every machine, where those of the C library may depend on the processor. Relative error below
/// 1e-15 for Exp; absolute error below 1e-15 for Log near 1.

/// \param x at most 0; 0 below -700
double PortableExp(double x);

/// \param x positive and finite
double PortableLog(double x);

} // namespace nn

#endif // NN_PORTABLE_MATH_H
