// SPDX-License-Identifier: GPL-2.0-only
#ifndef NN_FOR_EACH_H
#define NN_FOR_EACH_H

#include <algorithm>
#include <cstddef>
#include <future>
#include <vector>

namespace nn
{

/// Calls function(i) for each i < count on at most `jobs` threads, this one among them; no two
/// calls may write to the same place. Returns when all are done; an exception passes through.
template <typename Function>
void
ForEach(std::size_t jobs, std::size_t count, const Function& function)
{
    const std::size_t threads = std::max<std::size_t>(1, std::min(jobs, count));
    const auto run = [&](std::size_t first) {
        for (std::size_t i = first; i < count; i += threads)
        {
            function(i);
        }
    };
    std::vector<std::future<void>> others;
    for (std::size_t thread = 1; thread < threads; ++thread)
    {
        others.push_back(std::async(std::launch::async, run, thread));
    }
    run(0);
    for (std::future<void>& other : others)
    {
        other.get();
    }
}

} // namespace nn

#endif // NN_FOR_EACH_H
