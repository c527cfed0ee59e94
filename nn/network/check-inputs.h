// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_CHECK_INPUTS_H
#define NN_CHECK_INPUTS_H

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace nn
{

/// Inputs of a section or of an exit: null is missing.
/// \throw std::invalid_argument if there are more or less than expected, or all are missing
template <typename T>
void
CheckInputs(const std::vector<const T*>& inputs, int expected)
{
    if (inputs.size() != static_cast<std::size_t>(expected))
    {
        throw std::invalid_argument("inputs: " + std::to_string(inputs.size()) + "; expected " +
                                    std::to_string(expected));
    }
    if (std::all_of(inputs.begin(), inputs.end(), [](const T* input) { return input == nullptr; }))
    {
        throw std::invalid_argument("all inputs are missing");
    }
}

} // namespace nn

#endif // NN_CHECK_INPUTS_H
