// SPDX-License-Identifier: GPL-2.0-only
#ifndef TESTS_CPU_TIME_H
#define TESTS_CPU_TIME_H

#include "simulator/study/child-process.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <vector>

/// User CPU seconds of `work` in a process of its own: one simulation per process.
inline double
MeasureUserSeconds(const std::function<void()>& work)
{
    const auto getUserSeconds = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return static_cast<double>(usage.ru_utime.tv_sec) +
               1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
    };
    simulator::ChildProcess child([&] {
        const double before = getUserSeconds();
        work();
        const double seconds = getUserSeconds() - before;
        std::vector<std::uint8_t> bytes(sizeof seconds);
        std::memcpy(bytes.data(), &seconds, sizeof seconds);
        return bytes;
    });
    while (child.Read())
    {
    }
    const simulator::ChildResult result = child.Collect();
    if (result.outcome != simulator::ChildResult::Outcome::Done)
    {
        throw std::runtime_error(result.error);
    }
    double seconds = 0;
    std::memcpy(&seconds, result.bytes.data(), sizeof seconds);
    return seconds;
}

/// Medians of several works' user CPU seconds, measured in turn so that a change of the machine's
/// speed meets all of them.
inline std::vector<double>
MeasureInTurn(const std::vector<std::function<void()>>& works, int rounds)
{
    std::vector<std::vector<double>> seconds(works.size());
    for (int round = 0; round < rounds; ++round)
    {
        for (std::size_t i = 0; i < works.size(); ++i)
        {
            seconds[i].push_back(MeasureUserSeconds(works[i]));
        }
    }
    std::vector<double> medians;
    for (std::vector<double>& one : seconds)
    {
        std::sort(one.begin(), one.end());
        medians.push_back(one[one.size() / 2]);
    }
    return medians;
}

#endif // TESTS_CPU_TIME_H
