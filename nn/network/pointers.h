// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_POINTERS_H
#define NN_POINTERS_H

#include <algorithm>
#include <iterator>
#include <vector>

namespace nn
{

/// A pointer to each value: inputs of which none is missing.
template <typename T>
std::vector<const T*>
GetPointers(const std::vector<T>& values)
{
    std::vector<const T*> pointers;
    std::transform(values.begin(), values.end(), std::back_inserter(pointers), [](const T& value) {
        return &value;
    });
    return pointers;
}

} // namespace nn

#endif // NN_POINTERS_H
