// SPDX-License-Identifier: GPL-2.0-only
#include "nn/network/portable-math.h"

#include <cmath>

namespace nn
{

namespace
{

/// log(2), the first part with zeros at its end: small multiples of it are exact.
constexpr double logTwoHigh = 6.93147180369123816490e-01;
constexpr double logTwoLow = 1.90821492927058770002e-10;

} // namespace

/// exp(x) = 2^n exp(r), |r| <= log(2) / 2; Taylor series of exp(r) to r^14 / 14! (error below
/// 1e-17).
double
PortableExp(double x)
{
    if (x < -700.0)
    {
        return 0.0;
    }
    const double n = std::floor(x / (logTwoHigh + logTwoLow) + 0.5);
    const double r = (x - n * logTwoHigh) - n * logTwoLow;
    double sum = 1.0;
    for (int i = 14; i >= 1; --i)
    {
        sum = 1.0 + sum * r / i;
    }
    return std::ldexp(sum, static_cast<int>(n));
}

/// x = 2^n m, m in [sqrt(1/2), sqrt(2)); log(m) = 2 (s + s^3 / 3 + s^5 / 5 + ...), s = (m - 1) / (m
/// + 1) to s^23 (error below 1e-18).
double
PortableLog(double x)
{
    int n = 0;
    double m = std::frexp(x, &n);
    if (m < 0.70710678118654752)
    {
        m *= 2.0;
        --n;
    }
    const double s = (m - 1.0) / (m + 1.0);
    const double square = s * s;
    double sum = 0.0;
    for (int i = 23; i >= 1; i -= 2)
    {
        sum = sum * square + 1.0 / i;
    }
    return n * logTwoHigh + (2.0 * s * sum + n * logTwoLow);
}

} // namespace nn
