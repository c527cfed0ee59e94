// SPDX-License-Identifier: GPL-2.0-only
#include "nn/workers.h"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <vector>

namespace nn
{

namespace
{

/// Each index once, whatever the number of threads and of calls: some find the threads asleep.
TEST(Workers, CallForEachIndexOnce)
{
    for (const std::size_t threads : {1, 2, 5})
    {
        Workers workers(threads);
        EXPECT_EQ(workers.GetCount(), threads);
        for (std::size_t count = 0; count < 200; ++count)
        {
            std::vector<int> calls(count);
            workers.ForEach(count, [&](std::size_t i) { ++calls[i]; });
            EXPECT_EQ(calls, std::vector<int>(count, 1));
        }
    }
}

/// 7 in three parts: 0..2, 2..4, 4..7. Fewer than the threads: one each.
TEST(Workers, PartsCoverAll)
{
    Workers workers(3);
    std::vector<int> lengths(7);
    workers.ForParts(7, [&](std::size_t begin, std::size_t end) {
        lengths[begin] = static_cast<int>(end - begin);
    });
    EXPECT_EQ(lengths, (std::vector<int>{2, 0, 2, 0, 3, 0, 0}));
    std::vector<int> calls(2);
    workers.ForParts(2, [&](std::size_t begin, std::size_t end) {
        calls[begin] += static_cast<int>(end - begin);
    });
    EXPECT_EQ(calls, (std::vector<int>{1, 1}));
    workers.ForParts(0, [](std::size_t, std::size_t) { FAIL(); });
}

TEST(Workers, PassOnAnException)
{
    for (const std::size_t threads : {1, 3})
    {
        Workers workers(threads);
        for (const std::size_t bad : {0, 5, 9})
        {
            EXPECT_THROW(workers.ForEach(10,
                                         [bad](std::size_t i) {
                                             if (i == bad)
                                             {
                                                 throw std::runtime_error("bad");
                                             }
                                         }),
                         std::runtime_error);
        }
        std::vector<int> calls(4);
        workers.ForEach(4, [&](std::size_t i) { ++calls[i]; });
        EXPECT_EQ(std::accumulate(calls.begin(), calls.end(), 0), 4);
    }
}

} // namespace

} // namespace nn
