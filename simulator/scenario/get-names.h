// SPDX-License-Identifier: GPL-2.0-only
#ifndef SIMULATOR_GET_NAMES_H
#define SIMULATOR_GET_NAMES_H

#include <string>
#include <vector>

namespace simulator
{

/// The names of all entries of a registry, in its order.
template <typename T>
std::vector<std::string>
GetNames(const std::vector<T>& all)
{
    std::vector<std::string> names;
    names.reserve(all.size());
    for (const T& one : all)
    {
        names.emplace_back(one.name);
    }
    return names;
}

} // namespace simulator

#endif // SIMULATOR_GET_NAMES_H
