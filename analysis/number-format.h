// SPDX-License-Identifier: GPL-2.0-only
#ifndef ANALYSIS_NUMBER_FORMAT_H
#define ANALYSIS_NUMBER_FORMAT_H

#include <cstdint>
#include <string>

namespace analysis
{

/// Nine significant digits, shortest form, decimal point: the same text in every locale.
std::string FormatNumber(double value);

/// Nanoseconds as seconds, rounded to nine significant digits in integer arithmetic (half away from
/// zero), without exponent: 40000001 is "0.040000001".
std::string FormatSeconds(std::int64_t nanoseconds);

/// A fixed number of digits behind the decimal point.
std::string FormatFixed(double value, int digits);

} // namespace analysis

#endif // ANALYSIS_NUMBER_FORMAT_H
