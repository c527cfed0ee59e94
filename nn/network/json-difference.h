// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_JSON_DIFFERENCE_H
#define NN_JSON_DIFFERENCE_H

#include <string>

namespace nn
{

/// The first member in which two JSON texts differ, in words: "training.epochs is '50' there and
/// '100' here". Empty if there is none. A text that is no JSON differs from every other.
std::string FindJsonDifference(const std::string& there, const std::string& here);

} // namespace nn

#endif // NN_JSON_DIFFERENCE_H
